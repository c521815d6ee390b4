using System.Globalization;
using System.Text.RegularExpressions;

namespace Gates.Runner.Documents.Toml;

/// <summary>Values without quotes: numbers, true and false, dates and times. The latter stay text: JavaScript has no local dates.</summary>
internal static partial class TomlScalars
{
    /// <returns>A long, a double, a bool or a string; <see langword="null"/> when it is none of these.</returns>
    public static object? Parse(string raw) => raw switch
    {
        "true" => true,
        "false" => false,
        "inf" or "+inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" or "+nan" or "-nan" => double.NaN,
        _ when raw.StartsWith('0') && raw.Length > 2 && raw[1] is 'x' or 'o' or 'b' => Based(raw),
        _ when Integer().IsMatch(raw) => long.TryParse(Digits(raw), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ when Decimal().IsMatch(raw) => double.Parse(Digits(raw), NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => IsDateOrTime(raw) ? raw : null,
    };

    private static object? Based(string raw)
    {
        var (radix, digits) = raw[1] switch { 'x' => (16, Hexadecimal()), 'o' => (8, Octal()), _ => (2, Binary()) };
        try
        {
            return digits.IsMatch(raw) && Convert.ToInt64(Digits(raw[2..]), radix) is >= 0 and var number ? number : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static bool IsDateOrTime(string raw)
    {
        if (DateOrTime().Match(raw) is not { Success: true } match)
        {
            return false;
        }

        var isDate = !match.Groups["date"].Success || DateOnly.TryParseExact(match.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        var isTime = !match.Groups["time"].Success || TimeOnly.TryParseExact(match.Groups["time"].Value.Replace(":60", ":59", StringComparison.Ordinal), "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        var isZone = !match.Groups["zone"].Success || TimeOnly.TryParseExact(match.Groups["zone"].Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return isDate && isTime && isZone;
    }

    private static string Digits(string raw) => raw.Replace("_", "", StringComparison.Ordinal);

    [GeneratedRegex("^[-+]?(0|[1-9](_?[0-9])*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(0|[1-9](_?[0-9])*)(\.[0-9](_?[0-9])*)?([eE][-+]?[0-9](_?[0-9])*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decimal();

    [GeneratedRegex("^0x[0-9a-fA-F](_?[0-9a-fA-F])*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex("^0o[0-7](_?[0-7])*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Octal();

    [GeneratedRegex("^0b[01](_?[01])*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Binary();

    [GeneratedRegex(@"^((?<date>\d{4}-\d{2}-\d{2})([Tt ](?<time>\d{2}:\d{2}:\d{2})(\.\d+)?([Zz]|[-+](?<zone>\d{2}:\d{2}))?)?|(?<time>\d{2}:\d{2}:\d{2})(\.\d+)?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateOrTime();
}
