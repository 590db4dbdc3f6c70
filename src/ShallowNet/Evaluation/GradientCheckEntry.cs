namespace ShallowNet;

/// <summary>One parameter of a gradient check.</summary>
/// <param name="Parameter">Its name, for example "W1[2,0]".</param>
/// <param name="Analytic">The derivative by back-propagation.</param>
/// <param name="Numerical">The derivative by a central difference.</param>
/// <param name="RelativeError">|a - n| / (|a| + |n|), with the floor of <see cref="GradientCheck"/> below.</param>
public sealed record GradientCheckEntry(string Parameter, double Analytic, double Numerical, double RelativeError);
