using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ShallowNet.Notebooks;

/// <summary>
/// JSON for a figure: numbers cut to what a screen shows, big grids packed into text (see <see cref="GridConverter"/>), safe inside a script element.
/// </summary>
internal static class CompactJson
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        StringEscapeHandling = StringEscapeHandling.EscapeHtml,
        Culture = CultureInfo.InvariantCulture,
        Converters = { new NumberConverter(), new GridConverter() },
    };

    public static string Write(object value) => JsonConvert.SerializeObject(value, Settings);

    public static JToken ToToken(object value) => JToken.FromObject(value, JsonSerializer.Create(Settings));

    /// <summary>Six significant digits; what JSON cannot say (NaN, ∞) becomes null, which plotly draws as a gap.</summary>
    private sealed class NumberConverter : JsonConverter
    {
        public override bool CanRead => false;

        public override bool CanConvert(Type objectType) => objectType == typeof(double) || objectType == typeof(float);

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
        {
            var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
            if (!double.IsFinite(number))
            {
                writer.WriteNull();
            }
            else if (writer is JTokenWriter)
            {
                writer.WriteValue(double.Parse(Text(number), CultureInfo.InvariantCulture));
            }
            else
            {
                writer.WriteRawValue(Text(number));
            }
        }

        public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
            throw new NotSupportedException();

        private static string Text(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
    }
}
