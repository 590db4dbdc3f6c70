using Newtonsoft.Json;

namespace ShallowNet.Notebooks;

/// <summary>JSON for a figure: numbers cut to what a screen shows, big grids packed into text, safe inside a script element.</summary>
internal sealed class CompactJson : JsonConverter
{
    public const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>Smaller grids stay plain JSON.</summary>
    private const int SmallestPacked = 400;
    private const int NoValue = 4095;

    private static readonly JsonSerializerSettings Settings = new()
    {
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        StringEscapeHandling = StringEscapeHandling.EscapeHtml,
        Culture = CultureInfo.InvariantCulture,
        Converters = { new CompactJson() },
    };

    public override bool CanRead => false;

    public static string Write(object value) => JsonConvert.SerializeObject(value, Settings);

    public override bool CanConvert(Type objectType) => objectType == typeof(double) || objectType == typeof(float)
        || objectType == typeof(double[][]) || objectType == typeof(double[,]) || objectType.IsAssignableTo(typeof(DynamicObj.DynamicObj));

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (value is double or float)
        {
            // Six significant digits; what JSON cannot say (NaN, ∞) becomes null, which plotly draws as a gap.
            var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
            writer.WriteRawValue(double.IsFinite(number) ? Invariant($"{number:G6}") : "null");
            return;
        }
        serializer.Serialize(writer, value switch
        {
            // Plotly.NET keeps everything in DynamicObj. Json.NET would ask it member by member through the dynamic runtime, which compiles
            // code for each name and makes the first chart wait for seconds; asking for all members at once does not.
            DynamicObj.DynamicObj members => members.GetProperties(true).Where(member => member.Value is not null).ToDictionary(),
            double[,] square => Grid([.. square.Cast<double>().Chunk(Math.Max(square.GetLength(1), 1))]),
            _ => Grid((double[][])value!),
        });
    }

    public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        throw new NotSupportedException();

    /// <summary>Packs a big rectangular array: each cell is one of 4095 levels between the smallest and the largest value, written as two
    /// characters of a 64-letter alphabet, row after row; the last code stands for "no value". figure.js unpacks it. 200 × 200 cells take
    /// 80 KB.</summary>
    private static object Grid(double[][] rows)
    {
        var columns = rows.Length == 0 ? 0 : rows[0].Length;
        // One dimension at a time: the array type itself would come back here.
        if (rows.Length * columns < SmallestPacked || rows.Any(row => row.Length != columns))
            return rows.Select(row => row);
        var cells = rows.SelectMany(row => row);
        var finite = cells.Where(double.IsFinite).DefaultIfEmpty();
        var (low, high) = (finite.Min(), finite.Max());
        var scale = high > low ? (NoValue - 1) / (high - low) : 0;
        var text = new StringBuilder(rows.Length * columns * 2);
        foreach (var code in cells.Select(cell => double.IsFinite(cell) ? (int)Math.Round((cell - low) * scale) : NoValue))
            text.Append(Alphabet[code >> 6]).Append(Alphabet[code & 63]);
        return new { sn = "grid", columns, low, high, cells = text.ToString() };
    }
}
