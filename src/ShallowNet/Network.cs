using System.Diagnostics.CodeAnalysis;

namespace ShallowNet;

/// <summary>A network with one hidden layer. Examples are columns: X is nx × m, Y is ny × m.</summary>
public sealed class Network
{
    private Matrix<double> _w1, _w2;
    private Vector<double> _bias1, _bias2;

    /// <summary>Makes a network with fresh weights; the same seed gives the same weights.</summary>
    /// <param name="nx">Inputs, 1 or more.</param>
    /// <param name="nh">Hidden units, 1 or more.</param>
    /// <param name="ny">Outputs, 1 or more.</param>
    /// <param name="hidden">Activation of the hidden layer; tanh unless given.</param>
    /// <param name="output">Activation of the output layer; sigmoid unless given. Cross-entropy needs sigmoid.</param>
    /// <param name="cost">What training makes small.</param>
    /// <param name="initializer">How weights start; Gaussian times 0.01 unless given.</param>
    /// <param name="seed">Seed of the weights.</param>
    /// <param name="bias">What every bias starts at.</param>
    /// <exception cref="ArgumentException">A size is less than 1, the bias is not finite, or cross-entropy meets an output that is not sigmoid.</exception>
    public Network(
        int nx, int nh, int ny = 1, Activation? hidden = null, Activation? output = null,
        CostFunction cost = CostFunction.BinaryCrossEntropy, Initializer? initializer = null, int seed = 1, double bias = 0)
    {
        Guard.Size(nx);
        Guard.Size(nh);
        Guard.Size(ny);
        Guard.Finite(bias);
        (Nx, Nh, Ny, Hidden, Output, CostFunction) = (nx, nh, ny, hidden ?? Activation.Tanh, output ?? Activation.Sigmoid, cost);
        if (cost == CostFunction.BinaryCrossEntropy && Output != Activation.Sigmoid)
        {
            throw new ArgumentException(
                $"output is {Output}, but binary cross-entropy takes the log of probabilities, so it needs Activation.Sigmoid: " +
                "keep the sigmoid output or pass cost: CostFunction.SquaredError.",
                nameof(output));
        }
        initializer ??= Initializer.Gaussian();
        var random = new Random(seed);
        _w1 = initializer.Weights(nh, nx, random);
        _w2 = initializer.Weights(ny, nh, random);
        _bias1 = Vector<double>.Build.Dense(nh, bias);
        _bias2 = Vector<double>.Build.Dense(ny, bias);
    }

    /// <summary>Number of inputs.</summary>
    public int Nx { get; }

    /// <summary>Number of hidden units.</summary>
    public int Nh { get; }

    /// <summary>Number of outputs.</summary>
    public int Ny { get; }

    /// <summary>Activation of the hidden layer.</summary>
    public Activation Hidden { get; }

    /// <summary>Activation of the output layer.</summary>
    public Activation Output { get; }

    /// <summary>What training makes small.</summary>
    public CostFunction CostFunction { get; }

    /// <summary>Weights of the hidden layer, nh × nx. Reading gives the live matrix, setting copies.</summary>
    /// <exception cref="ArgumentException">The matrix set has another shape or holds NaN or infinity; so for b1, W2 and b2.</exception>
    public Matrix<double> W1
    {
        get => _w1;
        set => _w1 = Copy(value, Nh, Nx, nameof(W1));
    }

    /// <summary>Biases of the hidden layer, nh. Reading gives the live vector, setting copies.</summary>
    public Vector<double> b1
    {
        get => _bias1;
        set => _bias1 = Copy(value, Nh, nameof(b1));
    }

    /// <summary>Weights of the output layer, ny × nh. Reading gives the live matrix, setting copies.</summary>
    public Matrix<double> W2
    {
        get => _w2;
        set => _w2 = Copy(value, Ny, Nh, nameof(W2));
    }

    /// <summary>Biases of the output layer, ny. Reading gives the live vector, setting copies.</summary>
    public Vector<double> b2
    {
        get => _bias2;
        set => _bias2 = Copy(value, Ny, nameof(b2));
    }

    /// <summary>All four at once: reading gives a copy; setting copies, and <see cref="EpochsTrained"/> starts at 0 again.</summary>
    public Parameters Parameters
    {
        get => new(W1.Clone(), b1.Clone(), W2.Clone(), b2.Clone());
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            var (newW1, newb1) = (Copy(value.W1, Nh, Nx, nameof(W1)), Copy(value.b1, Nh, nameof(b1)));
            (_w2, _bias2) = (Copy(value.W2, Ny, Nh, nameof(W2)), Copy(value.b2, Ny, nameof(b2)));
            (_w1, _bias1) = (newW1, newb1);
            EpochsTrained = 0;
        }
    }

    /// <summary>Updates made by trainers so far; a trainer goes on from there.</summary>
    public int EpochsTrained { get; internal set; }

    /// <summary>Z1 = W1 X + b1, A1 = g(Z1), Z2 = W2 A1 + b2, A2 = output activation of Z2.</summary>
    /// <param name="X">Inputs, nx × m, finite.</param>
    /// <exception cref="ArgumentException">X has another number of rows, no column, or holds NaN or infinity.</exception>
    public ForwardPass Forward(Matrix<double> X)
    {
        Guard.Inputs(X, Nx);
        var x = Rows.Of(X);
        Rows Z1 = new(Nh, x.Columns), A1 = new(Nh, x.Columns), Z2 = new(Ny, x.Columns), A2 = new(Ny, x.Columns);
        Kernels.Affine(W1.ToRowMajorArray(), b1.ToArray(), x.Values, Z1.Values, x.Width);
        Hidden.Value(Z1.Values, A1.Values);
        Kernels.Affine(W2.ToRowMajorArray(), b2.ToArray(), A1.Values, Z2.Values, x.Width);
        Output.Value(Z2.Values, A2.Values);
        return new(Z1.ToMatrix(), A1.ToMatrix(), Z2.ToMatrix(), A2.ToMatrix());
    }

    /// <summary>
    /// The six equations of back-propagation: dZ2 = A2 - Y (times g'(Z2) for the squared error), dW2 = 1/m dZ2 A1ᵀ, db2 = 1/m Σ dZ2,
    /// dZ1 = W2ᵀ dZ2 ⊙ g'(Z1), dW1 = 1/m dZ1 Xᵀ, db1 = 1/m Σ dZ1.
    /// </summary>
    /// <param name="X">The inputs that <paramref name="pass"/> came from, nx × m.</param>
    /// <param name="pass">What <see cref="Forward"/> returned for X.</param>
    /// <param name="Y">Targets, ny × m; 0 or 1 for cross-entropy.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or a number is not allowed.</exception>
    public Gradients Backward(Matrix<double> X, ForwardPass pass, Matrix<double> Y)
    {
        Guard.Inputs(X, Nx);
        ArgumentNullException.ThrowIfNull(pass);
        var m = X.ColumnCount;
        const string hint = "pass what Forward gave for this X";
        Guard.Shape(pass.Z1, Nh, m, "pass.Z1", hint);
        Guard.Shape(pass.A1, Nh, m, "pass.A1", hint);
        Guard.Shape(pass.Z2, Ny, m, "pass.Z2", hint);
        Guard.Shape(pass.A2, Ny, m, "pass.A2", hint);
        CheckTargets(Y, m);

        Rows x = Rows.Of(X), Z1 = Rows.Of(pass.Z1), A1 = Rows.Of(pass.A1), A2 = Rows.Of(pass.A2), dZ2 = new(Ny, m);
        double[] dW1 = new double[Nh * Nx], db1 = new double[Nh], dW2 = new double[Ny * Nh], db2 = new double[Ny];
        // The kernel gives 1/m (A2 - Y), beside a cost that is not needed here.
        Kernels.SquaredError(A2.Values, Rows.Of(Y).Values, Rows.Shares(m, x.Width, m).Span, dZ2.Values);
        if (CostFunction == CostFunction.SquaredError)
        {
            Output.TimesSlope(Rows.Of(pass.Z2).Values, A2.Values, dZ2.Values);
        }
        Kernels.AddGradients(dZ2.Values, A1.Values, dW2, db2, x.Width);
        Hidden.HiddenErrors(W2.ToRowMajorArray(), dZ2.Values, Z1.Values, A1.Values, x.Width);
        var dZ1 = A1;
        Kernels.AddGradients(dZ1.Values, x.Values, dW1, db1, x.Width);
        return new(
            Matrix<double>.Build.DenseOfRowMajor(Nh, Nx, dW1), Vector<double>.Build.Dense(db1),
            Matrix<double>.Build.DenseOfRowMajor(Ny, Nh, dW2), Vector<double>.Build.Dense(db2));
    }

    /// <summary>The gradients of the cost at the current parameters: forward, then backward.</summary>
    public Gradients Gradients(Matrix<double> X, Matrix<double> Y) => Backward(X, Forward(X), Y);

    /// <summary>The cost J at the current parameters, 0 or more.</summary>
    /// <param name="X">Inputs, nx × m.</param>
    /// <param name="Y">Targets, ny × m; 0 or 1 for cross-entropy.</param>
    public double Cost(Matrix<double> X, Matrix<double> Y)
    {
        var pass = Forward(X);
        CheckTargets(Y, X.ColumnCount);
        Rows Z2 = Rows.Of(pass.Z2), A2 = Rows.Of(pass.A2), y = Rows.Of(Y);
        var shares = Rows.Shares(y.Columns, y.Width, y.Columns).Span;
        return CostFunction == CostFunction.BinaryCrossEntropy
            ? Kernels.CrossEntropy(Z2.Values, y.Values, shares, A2.Values)
            : Kernels.SquaredError(A2.Values, y.Values, shares, A2.Values);
    }

    /// <summary>One step of gradient descent: W := W - α dW, b := b - α db.</summary>
    /// <param name="gradients">Of this network's shapes.</param>
    /// <param name="learningRate">α, above 0.</param>
    public void Update(Gradients gradients, double learningRate)
    {
        Guard.Shapes(gradients, this, nameof(gradients));
        Guard.LearningRate(learningRate, nameof(learningRate));
        W1.Subtract(learningRate * gradients.dW1, W1);
        b1.Subtract(learningRate * gradients.db1, b1);
        W2.Subtract(learningRate * gradients.dW2, W2);
        b2.Subtract(learningRate * gradients.db2, b2);
    }

    /// <summary>A2, ny × m: for sigmoid outputs, how probable the label 1 is.</summary>
    public Matrix<double> Probabilities(Matrix<double> X) => Forward(X).A2;

    /// <summary>1 where A2 &gt; 0.5, else 0; ny × m.</summary>
    public Matrix<double> Predict(Matrix<double> X) => Probabilities(X).Map(a => a > 0.5 ? 1.0 : 0.0);

    /// <summary>
    /// The share of examples, 0 to 1, that the network gets right: all outputs on the right side of 0.5 or, where every column of Y
    /// has exactly one 1 among several, the largest output at that place.
    /// </summary>
    public double Accuracy(Matrix<double> X, Matrix<double> Y)
    {
        var A2 = Probabilities(X);
        Guard.Targets(Y, Ny, X.ColumnCount, zeroOrOne: true);
        var oneHot = Ny > 1 && Y.ColumnSums().All(sum => sum == 1);
        var right = Enumerable.Range(0, X.ColumnCount).Count(j => oneHot
            ? Y[A2.Column(j).MaximumIndex(), j] == 1
            : Enumerable.Range(0, Ny).All(i => (A2[i, j] > 0.5) == (Y[i, j] == 1)));
        return (double)right / X.ColumnCount;
    }

    /// <summary>An independent network with the same parameters.</summary>
    public Network Clone() => new(Nx, Nh, Ny, Hidden, Output, CostFunction) { Parameters = Parameters, EpochsTrained = EpochsTrained };

    /// <summary>For example "2-4-1 network, tanh hidden, sigmoid output, 17 parameters".</summary>
    public override string ToString() => Invariant(
        $"{Nx}-{Nh}-{Ny} network, {Hidden} hidden, {Output} output, {Nh * (Nx + 1) + Ny * (Nh + 1)} parameters");

    internal void CheckTargets([NotNull] Matrix<double>? Y, int m) =>
        Guard.Targets(Y, Ny, m, CostFunction == CostFunction.BinaryCrossEntropy);

    internal void CheckParameters()
    {
        Guard.Finite(W1, nameof(W1));
        Guard.Finite(b1, nameof(b1));
        Guard.Finite(W2, nameof(W2));
        Guard.Finite(b2, nameof(b2));
    }

    private static Matrix<double> Copy(Matrix<double> value, int rows, int columns, string name)
    {
        Guard.Shape(value, rows, columns, name, "a row per unit of the layer, a column per input of it");
        Guard.Finite(value, name);
        return Matrix<double>.Build.DenseOfMatrix(value);
    }

    private static Vector<double> Copy(Vector<double> value, int length, string name)
    {
        Guard.Length(value, length, name, "one per unit of the layer");
        Guard.Finite(value, name);
        return Vector<double>.Build.DenseOfVector(value);
    }
}
