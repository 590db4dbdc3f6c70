using Newtonsoft.Json;

namespace ShallowNet.Notebooks;

/// <summary>
/// JSON for a figure: numbers cut to what a screen shows, big grids packed into text (see <see cref="GridConverter"/>), safe inside a
/// script element.
/// </summary>
internal static class CompactJson
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        StringEscapeHandling = StringEscapeHandling.EscapeHtml,
        Culture = CultureInfo.InvariantCulture,
        Converters = { new NumberConverter(), new GridConverter(), new DynamicObjConverter() },
    };

    public static string Write(object value) => JsonConvert.SerializeObject(value, Settings);

    /// <summary>
    /// Plotly.NET keeps everything in DynamicObj. Json.NET would ask it member by member through the dynamic runtime, which compiles code
    /// for each name and makes the first chart wait for seconds; asking for all members at once does not.
    /// </summary>
    private sealed class DynamicObjConverter : JsonConverter
    {
        public override bool CanRead => false;

        public override bool CanConvert(Type objectType) => objectType.IsAssignableTo(typeof(DynamicObj.DynamicObj));

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
        {
            writer.WriteStartObject();
            foreach (var (name, member) in ((DynamicObj.DynamicObj)value!).GetProperties(true))
            {
                if (member is not null)
                {
                    writer.WritePropertyName(name);
                    serializer.Serialize(writer, member);
                }
            }
            writer.WriteEndObject();
        }

        public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
            throw new NotSupportedException();
    }

    /// <summary>Six significant digits; what JSON cannot say (NaN, ∞) becomes null, which plotly draws as a gap.</summary>
    private sealed class NumberConverter : JsonConverter
    {
        public override bool CanRead => false;

        public override bool CanConvert(Type objectType) => objectType == typeof(double) || objectType == typeof(float);

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
        {
            var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
            if (!double.IsFinite(number))
                writer.WriteNull();
            else
                writer.WriteRawValue(Invariant($"{number:G6}"));
        }

        public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
            throw new NotSupportedException();
    }
}
