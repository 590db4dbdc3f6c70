using System.Globalization;
using System.Text;

namespace ShallowNet.Tests;

public sealed class CsvTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shallownet-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("x1,label\n1,0\n2,1\n")]
    [InlineData("x1,label\r\n1,0\r\n2,1")]
    [InlineData("\uFEFFx1,label\n1e0,0\n+2.0,1\n\n\n")]
    [InlineData("x1;label\n1;0\n2;1\n")]
    [InlineData("x1\tlabel\n1\t0\n2\t1\n")]
    [InlineData("\"x1\",\"label\"\n\"1\",0\n2,\"1\"\n")]
    [InlineData(" x1 , label \n 1 , 0 \n2 ,1\n")]
    [InlineData("\nx1,label\n1,0\n\n  \n2,1\n")]
    public void FromCsv_ValidForms_GiveTheSameNumbers(string text)
    {
        var data = Dataset.FromCsv(Write(text), "label");
        Assert.Equal([1.0, 2.0], data.X.Enumerate());
        Assert.Equal([0.0, 1.0], data.Y.Enumerate());
        Assert.Equal(["x1"], data.Features);
    }

    [Fact]
    public void FromCsv_ThreeClasses_IsOneHotAndTheLabelMayStandAnywhere()
    {
        var data = Dataset.FromCsv(Write("kind,x\n2,1\n0,2\n1,3\n"), "kind");
        Assert.Equal((3, 1), (data.Ny, data.Nx));
        Assert.Equal([2, 0, 1], data.Labels);
        Assert.Equal([1.0, 2.0, 3.0], data.X.Enumerate());
    }

    [Theory]
    [InlineData("", 1, 0, "expected a header")]
    [InlineData("x1,label\n", 1, 0, "at least one line of numbers")]
    [InlineData("\n\nx1,label\n", 3, 0, "at least one line of numbers")]
    [InlineData("x1,lable\n1,0\n", 1, 0, "there is no column \"label\"; the columns are x1, lable")]
    [InlineData("label\n1\n", 1, 0, "at least one column of inputs")]
    [InlineData("x1,label\n1,0\n2\n", 3, 0, "found 1 value, expected 2")]
    [InlineData("x1,label\n1,0\n2,1,3\n", 3, 0, "found 3 values, expected 2")]
    [InlineData("x1,label\n1,0\ntwo,1\n", 3, 1, "x1 is \"two\", expected a number")]
    [InlineData("x1,label\n1,0\n,1\n", 3, 1, "x1 is empty, expected a number: fill in what is missing, or remove the line")]
    [InlineData("x1,label\n1,0\n2,\n", 3, 2, "label is empty")]
    [InlineData("x1;label\n1;0\n2,5;1\n", 3, 1, "x1 is \"2,5\", with a decimal comma: write 2.5")]
    [InlineData("x1,label\n1,0\n2,5,1\n", 3, 0,
        "found 3 values, expected 2, one per column of the header; a comma within a number parts it (write 1.5, not 1,5)")]
    [InlineData("x1,label\n1,0\n2;1\n", 3, 0, "the header is parted by commas, this line by semicolons")]
    [InlineData("size, cm,label\n1,0\n", 2, 0, "a name with a comma in it needs quotes")]
    [InlineData("x1;x2;label\n1;0\n", 2, 0, "one per column of the header.")]
    [InlineData("x1;label\na,b;0\n", 2, 1, "x1 is \"a,b\", expected a number with a decimal point")]
    [InlineData("x1,label\n0123456789012345678901234567890123456789e,0\n", 2, 1, "x1 is \"0123456789012345678901234567890123456789…\"")]
    [InlineData("x1,label\n012345678901234567890123456789012345678e,0\n", 2, 1, "x1 is \"012345678901234567890123456789012345678e\"")]
    [InlineData("\"x1,label\n1,0\n", 1, 0, "a quote (\") is opened and not closed")]
    [InlineData("label,x1,label\n0,1,0\n", 1, 3, "the name \"label\" stands above column 1 too")]
    [InlineData(",x1,label\n0,1,0\n", 1, 1, "the column has no name")]
    [InlineData("1,2\n1,0\n", 1, 0, "write a line with the names of the columns above the numbers")]
    [InlineData("x1,label\n1,dog\n2,cat\n", 2, 2,
        "label is \"dog\", a name: pass the names of the classes, classes: [\"cat\", \"dog\"], or write their numbers 0, 1, …")]
    [InlineData("x1,label\n1,ox\n2,cat\n3,dog\n", 2, 2, "classes: [\"cat\", \"dog\", \"ox\"], or")]
    [InlineData("x1,label\n1,ox\n2,cat\n3,dog\n4,rat\n", 2, 2, "classes: [\"cat\", \"dog\", \"ox\", …], or")]
    [InlineData("x1,label\n1,True\n2,False\n", 2, 2, "classes: [\"False\", \"True\"]")]
    [InlineData("x1,label\n1,1\n2,2\n3,3\n", 4, 2, "The labels are 1, 2, 3; expected 0, 1, 2: subtract 1")]
    [InlineData("x1,label\n1,1\n2,2\n", 3, 2, "The labels are 1, 2; expected 0, 1: subtract 1")]
    [InlineData("x1,label\n1,-1\n2,1\n", 2, 2, "The labels are -1, 1; expected 0, 1: write 0 for -1")]
    [InlineData("x1,label\n1,0\n2,2\n3,5\n", 4, 2, "The labels are 0, 2, 5; expected 0, 1, 2: number the classes from 0, without gaps")]
    [InlineData("x1,label\n1,0\nNaN,1\n", 3, 1, "x1 is \"NaN\"")]
    [InlineData("x1,label\n1,0\n1e999,1\n", 3, 1, "x1 is \"1e999\"")]
    [InlineData("x1,label\n1,0\n2,0.5\n", 3, 2, "label is 0.5, expected a whole number")]
    [InlineData("x1,label\n1,0\n2,-1\n", 3, 2, "label is -1. The labels are -1, 0; expected 0, 1: add 1")]
    [InlineData("x1,label\n1,0\n2,7\n", 3, 2, "label is 7. The labels are 0, 7; expected 0, 1")]
    public void FromCsv_Wrong_NamesFileLineAndColumn(string text, int line, int column, string problem)
    {
        var path = Write(text);
        var thrown = Assert.Throws<DataFormatException>(() => Dataset.FromCsv(path, "label"));
        Assert.Equal((path, line, column), (thrown.File, thrown.Line, thrown.Column));
        Expect.Start(thrown.Message, $"{path}, line {line}{(column == 0 ? "" : $", column {column}")}: ");
        Expect.In(thrown.Message, problem);
    }

    [Fact]
    public void FromCsv_IdColumnAsLabel_SaysThatItIsNone()
    {
        var path = Write("x,id\n" + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"1,{i}\n")));
        Expect.In(Assert.Throws<DataFormatException>(() => Dataset.FromCsv(path, "id")).Message,
            "id holds 30,000 different numbers in 30,000 lines, too many for classes (at most 100)");
    }

    [Fact]
    public void FromCsv_NamesAsLabels_AreTheClassesGiven()
    {
        var data = Dataset.FromCsv(Write("x,label\n1,dog\n2,cat\n"), "label", ["cat", "dog"]);
        Assert.Equal([1, 0], data.Labels);
        Assert.Equal(["cat", "dog"], data.Classes);
    }

    [Fact]
    public void FromCsv_QuotedHeaderWithAComma_IsOneName() =>
        Assert.Equal(["size, cm"], Dataset.FromCsv(Write("\"size, cm\",label\n1,0\n2,1\n"), "label").Features);

    [Fact]
    public void FromCsv_Latin1_SaysHowToSaveTheFile()
    {
        var path = Write("");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("x,größe,label\n1,2,0\n"));
        var thrown = Assert.Throws<DataFormatException>(() => Dataset.FromCsv(path, "label"));
        Expect.End(thrown.Message, "line 1: a character is not UTF-8: save the file as UTF-8 (a spreadsheet calls it \"CSV UTF-8\").");
    }

    [Fact]
    public void FromCsv_Pipe_IsNotWaitedFor()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Makes a pipe.");
        var path = Path.Combine(_folder, "pipe.csv");
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [path]))
            mkfifo.WaitForExit();
        Expect.In(Assert.Throws<DataFormatException>(() => Dataset.FromCsv(path, "label")).Message, "the file ends here");
    }

    [Theory]
    [InlineData("de-DE"), InlineData("zh-CN"), InlineData("ar-SA")]
    public void FromCsv_OtherCulture_ReadsTheDecimalPoint(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(1.5, Dataset.FromCsv(Write("x,label\n1.5,0\n-2.5e-1,1\n"), "label").X[0, 0]);
            Assert.Equal("Gaussian × 0.01", Initializer.Gaussian().Name);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void FromCsv_MutatedFile_GivesRightValuesOrAnErrorWithItsPlace()
    {
        var original = Encoding.UTF8.GetBytes("a,b,label\n1.5,-2,0\n3e-2,4.25,1\n0,17,1\n8,9,0\n");
        Gen.Select(Gen.Int[0, original.Length - 1], Gen.Byte, Gen.Int[0, 4], Gen.Int[0, 12]).Array[1, 4].Sample(
            mutations =>
            {
                var bytes = mutations.Aggregate(original, Mutate);
                var path = Path.Combine(_folder, Guid.NewGuid() + ".csv");
                File.WriteAllBytes(path, bytes);
                Dataset data;
                try
                {
                    data = Dataset.FromCsv(path, "label");
                }
                catch (DataFormatException e)
                {
                    Assert.InRange(e.Line, 1, 1 + bytes.Count(b => b is (byte)'\n' or (byte)'\r'));
                    return;
                }
                finally
                {
                    File.Delete(path);
                }
                AssertSameAsSimpleReading(Encoding.UTF8.GetString(bytes), data);
            },
            iter: RandomCase.Count);
    }

    /// <summary>An independent reading: what a person would see in the file.</summary>
    private static void AssertSameAsSimpleReading(string text, Dataset data)
    {
        string[][] cells = [.. text.TrimStart('\uFEFF').Replace('\r', '\n').Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries))];
        var label = Array.IndexOf(cells[0], "label");
        Assert.Equal(cells.Length - 1, data.M);
        for (var j = 0; j < data.M; j++)
        {
            double[] values = [.. cells[j + 1].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            Assert.Equal(values[label], data.Labels[j]);
            Assert.Equal(values.Where((_, i) => i != label), data.X.Column(j));
        }
    }

    private static byte[] Mutate(byte[] bytes, (int Place, byte Value, int Kind, int Length) mutation)
    {
        var place = Math.Min(mutation.Place, bytes.Length);
        var end = Math.Min(place + mutation.Length, bytes.Length);
        return mutation.Kind switch
        {
            0 => bytes[..place],
            1 => [.. bytes[..place], .. bytes[end..]],
            2 => [.. bytes[..place], mutation.Value, .. bytes[place..]],
            3 => [.. bytes[..end], .. bytes[place..]],
            _ => [.. bytes.Select((old, i) => i == place ? mutation.Value : old)],
        };
    }

    private string Write(string text)
    {
        var path = Path.Combine(_folder, Guid.NewGuid() + ".csv");
        File.WriteAllText(path, text);
        return path;
    }
}
