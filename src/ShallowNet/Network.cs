namespace ShallowNet;

/// <summary>A network with one hidden layer. Examples are columns: X is nx × m, Y is ny × m.</summary>
/// <remarks>
/// <para>
/// W1, b1, W2 and b2 are the network's own for all its life: an element can be set in place, and training changes these very matrices.
/// Whatever else holds parameters (<see cref="Parameters"/>, <see cref="Clone"/>, snapshots) is a copy.
/// </para>
/// <para>
/// Several threads may use one network at once as long as none changes it. Training one network from two threads is refused; make a
/// network in each run, or a <see cref="Clone"/>.
/// </para>
/// </remarks>
public sealed class Network
{
    private readonly Matrix<double> _w1, _w2;
    private readonly Vector<double> _bias1, _bias2;
    private int _inTraining;

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
    /// <exception cref="ArgumentException">A size is less than 1, there would be over 100 million parameters, the bias is not finite, the
    /// cost is not one of the enum, or cross-entropy meets an output that is not sigmoid.</exception>
    public Network(
        int nx, int nh, int ny = 1, Activation? hidden = null, Activation? output = null,
        CostFunction cost = CostFunction.BinaryCrossEntropy, Initializer? initializer = null, int seed = 1, double bias = 0)
    {
        Guard.Sizes(nx, nh, ny);
        Guard.Finite(bias);
        (Nx, Nh, Ny, Hidden, Output, CostFunction) = (nx, nh, ny, hidden ?? Activation.Tanh, output ?? Activation.Sigmoid, cost);
        Guard.Range(Enum.IsDefined(cost), nameof(cost),
            $"cost is {cost}, expected CostFunction.BinaryCrossEntropy or CostFunction.SquaredError.");
        Guard.Argument(cost != CostFunction.BinaryCrossEntropy || Output == Activation.Sigmoid, nameof(output),
            $"output is {Output}, but binary cross-entropy takes the log of probabilities, so it needs Activation.Sigmoid: "
            + $"keep the sigmoid output or pass cost: CostFunction.SquaredError.");
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

    /// <summary>Weights of the hidden layer, nh × nx. Reading gives the network's own matrix; setting copies the numbers into it.</summary>
    /// <exception cref="ArgumentException">The matrix set has another shape or holds NaN or infinity.</exception>
    public Matrix<double> W1 { get => _w1; set => Checked(value, _w1, nameof(W1)).CopyTo(_w1); }

    /// <summary>Biases of the hidden layer, nh. Reading gives the network's own vector; setting copies the numbers into it.</summary>
    /// <exception cref="ArgumentException">The vector set has another length or holds NaN or infinity.</exception>
    public Vector<double> b1 { get => _bias1; set => Checked(value, _bias1, nameof(b1)).CopyTo(_bias1); }

    /// <summary>Weights of the output layer, ny × nh. Reading gives the network's own matrix; setting copies the numbers into it.</summary>
    /// <exception cref="ArgumentException">The matrix set has another shape or holds NaN or infinity.</exception>
    public Matrix<double> W2 { get => _w2; set => Checked(value, _w2, nameof(W2)).CopyTo(_w2); }

    /// <summary>Biases of the output layer, ny. Reading gives the network's own vector; setting copies the numbers into it.</summary>
    /// <exception cref="ArgumentException">The vector set has another length or holds NaN or infinity.</exception>
    public Vector<double> b2 { get => _bias2; set => Checked(value, _bias2, nameof(b2)).CopyTo(_bias2); }

    /// <summary>All four at one moment, to keep and to restore: reading gives a copy, so changing it does not change the network; setting
    /// copies the numbers into the network, and <see cref="EpochsTrained"/> starts at 0 again.</summary>
    /// <exception cref="ArgumentException">A shape differs or a number is NaN or infinite; then the network stays as it was.</exception>
    public Parameters Parameters
    {
        get => new(_w1.Clone(), _bias1.Clone(), _w2.Clone(), _bias2.Clone());
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Checked(value.W1, _w1, nameof(W1));
            Checked(value.b1, _bias1, nameof(b1));
            Checked(value.W2, _w2, nameof(W2));
            Checked(value.b2, _bias2, nameof(b2));
            (W1, b1, W2, b2, EpochsTrained) = (value.W1, value.b1, value.W2, value.b2, 0);
        }
    }

    /// <summary>Updates made by trainers so far; a trainer goes on from there.</summary>
    public int EpochsTrained { get; internal set; }

    /// <summary>Z1 = W1 X + b1, A1 = g(Z1), Z2 = W2 A1 + b2, A2 = output activation of Z2.</summary>
    /// <param name="X">Inputs, nx × m, finite.</param>
    /// <returns>Z1, A1, Z2 and A2, a column per example.</returns>
    /// <exception cref="ArgumentException">X has another number of rows, no column, or X or a parameter holds NaN or infinity.</exception>
    public ForwardPass Forward(Matrix<double> X)
    {
        Guard.Inputs(X, Nx);
        CheckParameters();
        var pass = new Backpropagation(this, X.ColumnCount);
        pass.Forward(new(Parameters), PaddedRows.Of(X));
        Output.Value(pass.Z2.Values, pass.A2.Values);
        var m = X.ColumnCount;
        return new(pass.Z1.ToMatrix(m), pass.A1.ToMatrix(m), pass.Z2.ToMatrix(m), pass.A2.ToMatrix(m));
    }

    /// <summary>The six equations of back-propagation: dZ2 = A2 - Y (times g'(Z2) for the squared error), dW2 = 1/m dZ2 A1ᵀ, db2 = 1/m Σ
    /// dZ2, dZ1 = W2ᵀ dZ2 ⊙ g'(Z1), dW1 = 1/m dZ1 Xᵀ, db1 = 1/m Σ dZ1.</summary>
    /// <param name="X">The inputs that <paramref name="pass"/> came from, nx × m.</param>
    /// <param name="pass">What <see cref="Forward"/> returned for X.</param>
    /// <param name="Y">Targets, ny × m; 0 or 1 for cross-entropy.</param>
    /// <returns>The derivatives of the cost, each in the shape of its parameter.</returns>
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

        var block = new Backpropagation(this, m)
        {
            Z1 = PaddedRows.Of(pass.Z1),
            A1 = PaddedRows.Of(pass.A1),
            Z2 = PaddedRows.Of(pass.Z2),
            A2 = PaddedRows.Of(pass.A2),
        };
        var weights = PaddedRows.ExampleWeights(m, block.A2.Width, m, aligned: false);
        block.Backward(new(Parameters), PaddedRows.Of(X), PaddedRows.Of(Y), weights);
        var (dW1, db1, dW2, db2) = block.Gradients.ToParameters();
        return new(dW1, db1, dW2, db2);
    }

    /// <summary>The gradients of the cost at the current parameters: forward, then backward.</summary>
    /// <param name="X">Inputs, nx × m, finite.</param>
    /// <param name="Y">Targets, ny × m; 0 or 1 for cross-entropy.</param>
    /// <returns>The derivatives of the cost, each in the shape of its parameter.</returns>
    /// <exception cref="ArgumentException">A shape does not fit, or a number is not allowed.</exception>
    public Gradients Gradients(Matrix<double> X, Matrix<double> Y) => Backward(X, Forward(X), Y);

    /// <summary>The cost J at the current parameters, 0 or more.</summary>
    /// <param name="X">Inputs, nx × m.</param>
    /// <param name="Y">Targets, ny × m; 0 or 1 for cross-entropy.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or a number is not allowed.</exception>
    public double Cost(Matrix<double> X, Matrix<double> Y)
    {
        var pass = Forward(X);
        CheckTargets(Y, X.ColumnCount);
        var m = X.ColumnCount;
        var block = new Backpropagation(this, m) { Z2 = PaddedRows.Of(pass.Z2) };
        return block.Cost(PaddedRows.Of(Y), PaddedRows.ExampleWeights(m, block.A2.Width, m, aligned: false));
    }

    /// <summary>One step of gradient descent, α above 0, with gradients of this network's shapes: W := W - α dW, b := b - α db.</summary>
    /// <exception cref="ArgumentException">A shape differs, or the rate is not a finite number above 0.</exception>
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
    /// <param name="X">Inputs, nx × m, finite.</param>
    /// <exception cref="ArgumentException">X has another number of rows, no column, or X or a parameter holds NaN or infinity.</exception>
    public Matrix<double> Probabilities(Matrix<double> X) => Forward(X).A2;

    /// <summary>The labels that the network gives, ny × m. One output: 1 where A2 &gt; 0.5, else 0. Several outputs, one for each class: 1
    /// for the largest of the column, 0 for the others. Where several labels can hold at once, compare <see cref="Probabilities"/> with
    /// 0.5.</summary>
    /// <param name="X">Inputs, nx × m, finite.</param>
    /// <exception cref="ArgumentException">X has another number of rows, no column, or X or a parameter holds NaN or infinity.</exception>
    public Matrix<double> Predict(Matrix<double> X)
    {
        var A2 = Probabilities(X);
        if (Ny == 1)
            return A2.Map(a => a > 0.5 ? 1.0 : 0.0);
        int[] largest = [.. A2.EnumerateColumns().Select(column => column.MaximumIndex())];
        return Matrix<double>.Build.Dense(Ny, A2.ColumnCount, (i, j) => largest[j] == i ? 1 : 0);
    }

    /// <summary>The share of examples, 0 to 1, that the network gets right: those where <see cref="Predict"/> says Y or, if not every
    /// column of Y has exactly one 1 among several, those where all outputs are on the right side of 0.5.</summary>
    /// <param name="X">Inputs, nx × m, finite.</param>
    /// <param name="Y">Targets, ny × m, 0 or 1.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or a number is not allowed.</exception>
    public double Accuracy(Matrix<double> X, Matrix<double> Y)
    {
        var A2 = Probabilities(X);
        Guard.Targets(Y, Ny, X.ColumnCount, zeroOrOne: true);
        var oneHot = Ny > 1 && Y.ColumnSums().All(sum => sum == 1);
        var right = Enumerable.Range(0, X.ColumnCount).Count(j => oneHot
            ? Y[A2.Column(j).MaximumIndex(), j] == 1
            : Enumerable.Range(0, Ny).All(i => A2[i, j] > 0.5 == (Y[i, j] == 1)));
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
        const string hint = "set the parameters anew, or make a new network";
        Guard.Finite(W1, nameof(W1), hint);
        Guard.Finite(b1, nameof(b1), hint);
        Guard.Finite(W2, nameof(W2), hint);
        Guard.Finite(b2, nameof(b2), hint);
    }

    /// <summary>Refuses a second training at the same time.</summary>
    internal void EnterTraining()
    {
        if (Interlocked.Exchange(ref _inTraining, 1) == 1)
        {
            throw new InvalidOperationException(
                $"This {Nx}-{Nh}-{Ny} network is being trained already: make a network in each run, or train a Clone().");
        }
    }

    internal void LeaveTraining() => Volatile.Write(ref _inTraining, 0);

    private static Matrix<double> Checked(Matrix<double> value, Matrix<double> own, string name)
    {
        Guard.Shape(value, own.RowCount, own.ColumnCount, name, "a row per unit of the layer, a column per input of it");
        Guard.Finite(value, name);
        return value;
    }

    private static Vector<double> Checked(Vector<double> value, Vector<double> own, string name)
    {
        Guard.Length(value, own.Count, name, "one per unit of the layer");
        Guard.Finite(value, name);
        return value;
    }
}
