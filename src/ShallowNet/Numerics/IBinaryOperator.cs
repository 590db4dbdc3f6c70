namespace ShallowNet;

/// <summary>A function of two numbers, for eight pairs at once.</summary>
internal interface IBinaryOperator
{
    Vector512<double> Invoke(Vector512<double> x, Vector512<double> y);
}
