using System.Text.Json.Serialization;

namespace ShallowNet.Player.Kernels.DotNetInteractive;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InteractiveCommand))]
[JsonSerializable(typeof(InteractiveEvent))]
internal sealed partial class InteractiveJson : JsonSerializerContext;
