namespace ShallowNet.Benchmarks;

/// <summary>A Python process that trains with one of the peers when asked: see peers.py. It gets vectors as wide as ours.</summary>
internal sealed class Peers : IDisposable
{
    public static readonly IReadOnlyList<string> Names = ["NumPy", "scikit-learn", "PyTorch"];

    private readonly Process? _process;

    public Peers(int threads)
    {
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "peers.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["OMP_NUM_THREADS"] = $"{threads}", ["OPENBLAS_NUM_THREADS"] = $"{threads}" },
        };
        if (Machine.Lanes < 8)
        {
            start.Environment["NPY_DISABLE_CPU_FEATURES"] = "AVX512F,AVX512CD,AVX512_SKX,AVX512_CLX,AVX512_CNL,AVX512_ICL";
            start.Environment["OPENBLAS_CORETYPE"] = "Haswell";
            start.Environment["ATEN_CPU_CAPABILITY"] = "avx2";
        }
        try
        {
            _process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            _process = null;
        }
    }

    /// <summary>Microseconds per epoch, or null if the peer is not installed.</summary>
    public double? Ask(string peer, Shape shape, int epochs)
    {
        _process?.StandardInput.WriteLine($"{peer} {shape.Nx} {shape.Nh} {shape.Ny} {shape.M} {epochs}");
        _process?.StandardInput.Flush();
        return double.TryParse(_process?.StandardOutput.ReadLine(), NumberStyles.Float, CultureInfo.InvariantCulture, out var time) ? time
            : null;
    }

    public void Dispose()
    {
        _process?.StandardInput.Close();
        _process?.WaitForExit();
        _process?.Dispose();
    }
}
