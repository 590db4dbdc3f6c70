namespace ShallowNet;

/// <summary>One parameter of a gradient check, for example "W1[2,0]": its derivative a by back-propagation, n by a central difference, and
/// |a - n| / (|a| + |n|), with the floor of <see cref="GradientCheck"/> below.</summary>
public sealed record GradientCheckEntry(string Parameter, double Analytic, double Numerical, double RelativeError);
