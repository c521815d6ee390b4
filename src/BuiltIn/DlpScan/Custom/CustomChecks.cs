using Gates.BuiltIn.DlpScan.Values;

namespace Gates.BuiltIn.DlpScan.Custom;

/// <summary>The checks that a repository's rules may name. A value that is not even made as the check expects is refuted.</summary>
internal static class CustomChecks
{
    public static IReadOnlyList<string> Names { get; } = ["luhn", "payment-card", "iban97", "ssn", "phone", "email", "jwt", "github-crc32", "password"];

    public static ValueCheck Named(string name)
    {
        ValueCheck check = name == "luhn" ? Luhn : ValueChecks.Named(name);
        return (in candidate) =>
        {
            try
            {
                return check(candidate);
            }
            catch (Exception e) when (e is ArgumentException or FormatException or IndexOutOfRangeException or OverflowException)
            {
                return Validity.Refuted;
            }
        };
    }

    private static Validity Luhn(in Candidate candidate)
    {
        var digits = string.Concat(candidate.Value.Where(char.IsAsciiDigit));
        return digits.Length > 1 && Checksums.Luhn(digits) ? Validity.Plausible : Validity.Refuted;
    }
}
