using System.Globalization;

namespace Gates.Attestation.Controls;

/// <summary>Numbers with their nouns.</summary>
internal static class Counted
{
    public static string Of(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
