namespace Gates.Policies.SourceMaps;

/// <summary>The variable-length numbers of a source map's mappings (ECMA-426, base64 VLQ).</summary>
internal static class Base64Vlq
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <exception cref="FormatException">A digit is unknown, or a number does not end or is too large.</exception>
    public static List<int> Read(string text)
    {
        var values = new List<int>(4);
        long value = 0;
        var shift = 0;
        foreach (var c in text)
        {
            var digit = Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0 || shift > 30)
            {
                throw new FormatException($"\"{text}\" is no mapping");
            }

            value |= (long)(digit & 31) << shift;
            shift += 5;
            if ((digit & 32) == 0)
            {
                values.Add((int)((value & 1) == 0 ? value >> 1 : -(value >> 1)));
                (value, shift) = (0, 0);
            }
        }

        return shift == 0 && values.Count > 0 ? values : throw new FormatException($"\"{text}\" is no mapping");
    }
}
