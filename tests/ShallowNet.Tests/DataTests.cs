using System.Security.Cryptography;

namespace ShallowNet.Tests;

public sealed class DataTests
{
    [Theory]
    [InlineData("flower.csv", "77ad1e76cacf80c5a8dd91f6ba5d29b4c17039e06814f54b1ab9ebc6989bfc82")]
    [InlineData("breast-cancer-wisconsin.csv", "5c42141e8fef2577ca1604424d8057dafcf17cb69805ec15f9ec1df81d431179")]
    [InlineData("digits-8x8.csv", "1a8c0ce573804cf39bc6fdc9a6cc8f23d15cbf27a72575c1ca5fac15163717d0")]
    public void DataFile_Checksum_IsThatOfTheReadme(string file, string sha256)
    {
        var path = DataFolder.Find(file);
        var data = Path.GetDirectoryName(path)!;
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(CommittedFile.Bytes(path, Path.GetDirectoryName(data)!))));
        Expect.In(File.ReadAllText(Path.Combine(data, "README.md")), sha256);
    }

    [Fact]
    public void Flower_Loaded_Is400PointsInTwoClasses()
    {
        var data = Datasets.Flower();
        Assert.Equal((400, 2, 1), (data.M, data.Nx, data.Ny));
        Assert.Equal(200, data.Labels.Sum());
        Assert.Equal(["x1", "x2"], data.Features);
        Assert.Equal((1.2044422922543192, 3.576114148128845), (data.X[0, 0], data.X[1, 0]));
        Assert.Equal("flower: 400 examples, 2 inputs, 2 classes", data.ToString());
    }

    [Fact]
    public void BreastCancer_Loaded_Has357Benign()
    {
        var data = Datasets.BreastCancer();
        Assert.Equal((569, 30, 1), (data.M, data.Nx, data.Ny));
        Assert.Equal((357, 357.0), (data.Labels.Sum(), data.Y.Enumerate().Sum()));
        Assert.Equal(["malignant", "benign"], data.Classes);
        Assert.Equal(17.99, data.X[0, 0]);
    }

    [Fact]
    public void Digits_Loaded_IsOneHot()
    {
        var data = Datasets.Digits();
        Assert.Equal((1797, 64, 10), (data.M, data.Nx, data.Ny));
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], Enumerable.Range(0, 10)
            .Select(d => data.Labels.Count(label => label == d)));
        Assert.All(data.Y.ColumnSums(), sum => Assert.Equal(1, sum));
        Assert.All(data.X.Enumerate(), pixel => Assert.InRange(pixel, 0, 16));
    }

    [Fact]
    public void OneAgainstRest_Threes_HasOneRowThatMarksThem()
    {
        var threes = Datasets.Digits().OneAgainstRest(3);
        Assert.Equal((1, 183, "digits: 3 against the rest"), (threes.Ny, threes.Labels.Sum(), threes.Name));
        Assert.Equal(["rest", "3"], threes.Classes);
    }

    [Theory]
    [InlineData(0.25, 1), InlineData(0.5, 7), InlineData(0.1, 3)]
    public void Split_BreastCancer_PartsAreDisjointCompleteAndStratified(double share, int seed)
    {
        var data = Datasets.BreastCancer();
        var (train, test) = data.Split(share, seed);
        var columns = train.X.EnumerateColumns().Concat(test.X.EnumerateColumns()).Select(Key).Order();
        Assert.Equal(data.X.EnumerateColumns().Select(Key).Order(), columns);
        Assert.Equal(Math.Round(357 * share), test.Labels.Sum());
        Assert.Equal(Math.Round(212 * share), test.Labels.Count(label => label == 0));
        Assert.Equal(data.Split(share, seed).Test.X, test.X);
        Assert.NotEqual(data.Split(share, seed + 1).Test.X, test.X);

        static string Key(Vector<double> column) => string.Join(' ', column.Select(x => x.ToString("R", null)));
    }

    [Fact]
    public void Split_Parts_KeepTheOrderOfTheExamples()
    {
        var data = Datasets.Moons(40);
        var (train, test) = data.WithX(Matrix<double>.Build.Dense(1, 40, (_, j) => j)).Split(0.25, seed: 1);
        Assert.Equal([.. train.X.Enumerate().Order()], train.X.Enumerate());
        Assert.Equal([6, 7, 8, 11, 20, 21, 28, 29, 32, 39], test.X.Enumerate());
    }

    [Theory, InlineData(0), InlineData(1)]
    public void Split_NoShareAtAll_SaysWhatAShareIs(double share) => Expect.Start(
        Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.Moons(40).Split(share)).Message,
        $"testShare is {share}, expected a share above 0 and below 1");

    [Fact]
    public void New_OtherNumbersOfExamples_BlamesTheTransposeOnlyWhereItIsOne()
    {
        static string Said(int rows, int columns) => Assert.Throws<ArgumentException>(
            () => new Dataset("x", Matrix<double>.Build.Dense(rows, columns), Matrix<double>.Build.Dense(1, 5))).Message;
        Expect.Start(Said(2, 7), "Y is 1 × 5, expected 1 × 7");
        Expect.Start(Said(5, 2), "X is 5 × 2 and Y 1 × 5: examples are columns, so pass X.Transpose().");
    }

    [Fact]
    public void Moons_TwoPoints_AreOneOfEachClass() => Assert.Equal([0, 1], Datasets.Moons(2).Labels);

    [Fact]
    public void Moons_Noise_IsAddedInTheOrderOfTheRandomNumbers()
    {
        var (random, t) = (new Random(7), 0.25);
        var first = Vector<double>.Build.Dense([
            Math.Cos(Math.PI * t) + 0.1 * random.NextGaussian(), Math.Sin(Math.PI * t) + 0.1 * random.NextGaussian()]);
        Assert.Equal(0, (Datasets.Moons(4, noise: 0.1, seed: 7).X.Column(0) - first).L2Norm(), 1e-15);
    }

    [Theory]
    [InlineData(0.01), InlineData(0.99)]
    public void Split_ShareThatLeavesAPartEmpty_SaysSo(double share) => Expect.Start(
        Assert.Throws<ArgumentException>(() => Datasets.Moons(4).Split(share)).Message,
        $"testShare is {share}, which puts {(share > 0.5 ? 4 : 0)} of 4 examples into the test part: both parts need some.");

    [Fact]
    public void WithX_OtherInputs_KeepTheirNamesWhereTheyAreAsMany()
    {
        var data = Datasets.BreastCancer();
        Assert.Equal(data.Features, data.WithX(2 * data.X).Features);
        Assert.Equal(["x1"], data.WithX(data.X.SubMatrix(0, 1, 0, data.M)).Features);
        Expect.Start(Assert.Throws<ArgumentException>(() => data.WithX(data.X.SubMatrix(0, 30, 0, 4))).Message,
            "X is 30 × 4, expected 569 columns");
    }

    [Fact]
    public void New_ShapesThatDoNotFit_SaysWhatToDo()
    {
        Matrix<double> X = Datasets.Moons(10).X, twoOnes = Matrix<double>.Build.Dense(3, 10, (i, _) => i < 2 ? 1 : 0);
        Expect.In(Assert.Throws<ArgumentException>(() => new Dataset("mine", X.Transpose(), Datasets.Moons(10).Y)).Message,
            "X is 10 × 2 and Y 1 × 10: examples are columns, so pass X.Transpose().");
        Expect.In(Assert.Throws<ArgumentException>(() => new Dataset("mine", X, twoOnes)).Message,
            "Column 0 of Y has 2 ones, expected exactly one (one-hot).");
    }

    [Theory, InlineData(-1), InlineData(40), InlineData(int.MaxValue)]
    public void Subset_ColumnOutside_IsNamedWithTheLastOne(int column)
    {
        var data = Datasets.Moons(40);
        var thrown = Assert.Throws<ArgumentException>(() => data.Subset([39, column]));
        Expect.Start(thrown.Message, $"columns[1] is {column}, expected numbers from 0 to 39: there are 40 examples.");
        Assert.Equal(data.X.Column(39), data.Subset([39]).X.Column(0));
    }

    [Fact]
    public void Feature_KnownName_IsItsRow()
    {
        var data = Datasets.BreastCancer();
        Assert.Equal(data.X.Row(0), data.Feature("mean_radius"));
        Assert.Equal(data.X.Row(3), data.Feature("mean_area"));
    }

    [Theory]
    [InlineData("mean_aera", "mean_area")]
    [InlineData("Mean_Area", "mean_area")]
    [InlineData("wrst_area", "worst_area")]
    [InlineData("mean_radiuss", "mean_radius")]
    public void Feature_Misspelt_NamesThoseWrittenAlike(string name, string meant) =>
        Expect.In(Assert.Throws<ArgumentException>(() => Datasets.BreastCancer().Feature(name)).Message,
            $"has no input \"{name}\". Of its 30 these are written most alike: {meant}, ");

    [Fact]
    public void Standardizer_FittedOnTrain_GivesMean0Deviation1ThereAndTheSameShiftOnTest()
    {
        var (train, test) = Datasets.BreastCancer().Split();
        var standardizer = Standardizer.Fit(train.X);
        foreach (var row in standardizer.Apply(train).X.EnumerateRows())
        {
            Assert.Equal(0, row.Average(), 1e-12);
            Assert.Equal(1, Math.Sqrt(row.Average(x => x * x)), 1e-12);
        }
        var expected = (test.X[4, 9] - train.X.Row(4).Average()) / standardizer.StandardDeviation[4];
        Assert.Equal(expected, standardizer.Apply(test.X)[4, 9], 1e-12);
    }

    [Fact]
    public void Standardizer_ConstantInput_IsOnlyShifted()
    {
        var X = Matrix<double>.Build.Dense(1, 3, 0.1);
        Assert.All(Standardizer.Fit(X).Apply(X).Enumerate(), x => Assert.Equal(0, x, 1e-15));
        Assert.Equal(0, Standardizer.Fit(X).StandardDeviation[0]);
    }

    [Fact]
    public void Standardizer_MissingValue_IsRefused() => Expect.Start(Assert.Throws<ArgumentException>(
        () => Standardizer.Fit(Matrix<double>.Build.DenseOfArray(new[,] { { 0, double.NaN } }))).Message, "X[0,1] is NaN");

    [Theory, InlineData(1e300), InlineData(1e-300), InlineData(8e307)]
    public void Standardizer_HugeAndTinyNumbers_KeepTheirSpread(double size)
    {
        var X = Matrix<double>.Build.DenseOfArray(new[,] { { 0, size, 2 * size, size } });
        Assert.Equal([-Math.Sqrt(2), 0, Math.Sqrt(2), 0], Standardizer.Fit(X).Apply(X).Row(0).Select(x => Math.Round(x, 12) + 0.0),
            (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Standardizer_RealData_IsTheTextbookFormulaToTheLastBit()
    {
        var X = Datasets.BreastCancer().X;
        var mean = X.RowSums() / X.ColumnCount;
        var standardizer = Standardizer.Fit(X);
        Assert.Equal("standardizer for 30 inputs", standardizer.ToString());
        Assert.Equal(mean, standardizer.Mean);
        Assert.Equal(X.EnumerateRows().Select((row, i) => Math.Sqrt((row - mean[i]).PointwisePower(2).Average())),
            standardizer.StandardDeviation);
    }

    [Theory]
    [InlineData("moons"), InlineData("circles"), InlineData("spirals"), InlineData("blobs")]
    public void Generator_AnySeed_IsReproducibleAndBalanced(string name)
    {
        Dataset Make(int m, int seed) => name switch
        {
            "moons" => Datasets.Moons(m, seed: seed),
            "circles" => Datasets.Circles(m, seed: seed),
            "spirals" => Datasets.Spirals(m, seed: seed),
            _ => Datasets.Blobs(m, seed: seed),
        };
        Assert.Equal(Make(100, 3).X, Make(100, 3).X);
        Assert.NotEqual(Make(100, 3).X, Make(100, 4).X);
        Assert.Equal((100, 2, 50, name), (Make(100, 1).M, Make(100, 1).Nx, Make(100, 1).Labels.Sum(), Make(100, 1).Name));
        Assert.Equal(7, Make(7, 1).M);
    }

    [Fact]
    public void Generators_NoNoise_HaveTheirShapes()
    {
        var (circles, moons, blobs) = (Datasets.Circles(40, noise: 0), Datasets.Moons(40, noise: 0), Datasets.Blobs(40, spread: 0));
        var spirals = Datasets.Spirals(40, noise: 0, turns: 2);
        for (var j = 0; j < 40; j++)
        {
            var (label, t) = (j % 2, (j / 2 + 0.5) / 20);
            var (angle, half, r) = (2 * Math.PI * t, Math.PI * t, 0.5 + 4.5 * t);
            Vector<double> Point(double x1, double x2) => Vector<double>.Build.Dense([x1, x2]);
            void Lies(Dataset data, Vector<double> at) => Assert.Equal(0, (data.X.Column(j) - at).L2Norm(), 1e-13);
            Lies(circles, (label == 1 ? 0.5 : 1) * Point(Math.Cos(angle), Math.Sin(angle)));
            Lies(moons, label == 0 ? Point(Math.Cos(half), Math.Sin(half)) : Point(1 - Math.Cos(half), 0.5 - Math.Sin(half)));
            Lies(spirals, r * Point(Math.Cos(2 * angle + Math.PI * label), Math.Sin(2 * angle + Math.PI * label)));
            Lies(blobs, label == 0 ? Point(-2, -2) : Point(2, 2));
        }
    }

    [Fact]
    public void Generators_NumberOutOfRange_IsNamed() => Assert.All<(string Name, Action Make)>(
        [
            ("m", () => Datasets.Moons(1)), ("m", () => Datasets.Circles(10_000_001)), ("noise", () => Datasets.Moons(noise: -1)),
            ("noise", () => Datasets.Circles(noise: 2e6)), ("turns", () => Datasets.Spirals(turns: 0)),
            ("turns", () => Datasets.Spirals(turns: double.PositiveInfinity)), ("spread", () => Datasets.Blobs(spread: double.NaN)),
        ],
        row => Assert.Throws<ArgumentOutOfRangeException>(row.Name, row.Make));

    [Fact]
    public void Find_NoSuchFile_NamesThePathsTried() =>
        Expect.In(Assert.Throws<FileNotFoundException>(() => DataFolder.Find("no.csv")).Message,
            Path.Combine(Directory.GetCurrentDirectory(), "data", "no.csv"), "Run from inside a clone");
}
