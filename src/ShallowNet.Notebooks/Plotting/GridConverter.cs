using Newtonsoft.Json;

namespace ShallowNet.Notebooks;

/// <summary>
/// Packs a big rectangular array: each cell is one of 4095 levels between the smallest and the largest value, written as two characters of
/// a 64-letter alphabet, row after row; the last code stands for "no value". figure.js unpacks it. 200 × 200 cells take 80 KB.
/// </summary>
internal sealed class GridConverter : JsonConverter
{
    /// <summary>Smaller arrays stay plain JSON.</summary>
    public const int SmallestPacked = 400;

    public const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private const int NoValue = 4095;

    public override bool CanRead => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(double[][]) || objectType == typeof(double[,]);

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        var rows = value is double[,] square ? Rows(square) : (double[][])value!;
        var columns = rows.Length == 0 ? 0 : rows[0].Length;
        if (rows.Length * columns < SmallestPacked || rows.Any(row => row.Length != columns))
        {
            // One dimension at a time: the array type itself would come back here.
            serializer.Serialize(writer, rows.Select(row => row));
            return;
        }
        var finite = rows.SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty();
        var (low, high) = (finite.Min(), finite.Max());
        writer.WriteStartObject();
        Write(writer, serializer, "sn", "grid");
        Write(writer, serializer, "columns", columns);
        Write(writer, serializer, "low", low);
        Write(writer, serializer, "high", high);
        Write(writer, serializer, "cells", Pack(rows, low, high));
        writer.WriteEndObject();
    }

    public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        throw new NotSupportedException();

    private static void Write(JsonWriter writer, JsonSerializer serializer, string name, object value)
    {
        writer.WritePropertyName(name);
        serializer.Serialize(writer, value);
    }

    private static string Pack(double[][] rows, double low, double high)
    {
        var scale = high > low ? (NoValue - 1) / (high - low) : 0;
        var text = new StringBuilder(rows.Length * rows[0].Length * 2);
        foreach (var cell in rows.SelectMany(row => row))
        {
            var code = double.IsFinite(cell) ? (int)Math.Round((cell - low) * scale) : NoValue;
            text.Append(Alphabet[code >> 6]).Append(Alphabet[code & 63]);
        }
        return text.ToString();
    }

    private static double[][] Rows(double[,] square) =>
        [.. square.Cast<double>().Chunk(Math.Max(square.GetLength(1), 1))];
}
