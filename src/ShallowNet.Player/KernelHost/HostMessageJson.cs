using System.Text.Json.Serialization;

namespace ShallowNet.Player.KernelHost;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(HostMessage))]
internal sealed partial class HostMessageJson : JsonSerializerContext;
