namespace ShallowNet.Notebooks.Tests.Display;

public sealed class CellCultureTests
{
    [Fact]
    public void Ready_OnAnyMachine_LetsCellsWriteNumbersWithAPoint()
    {
        Course.Ready();

        string? written = null;
        var cell = new Thread(() => written = $"{0.5}");
        cell.UnsafeStart();
        cell.Join();

        Assert.Equal(CultureInfo.InvariantCulture, CultureInfo.DefaultThreadCurrentCulture);
        Assert.Equal("0.5", written);
    }
}
