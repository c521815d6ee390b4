using System.Text.RegularExpressions;
using Gates.Pipeline.Waivers;

namespace Gates.Attestation.Controls;

/// <summary>Who answers for a waiver, in what is kept for years.</summary>
internal static partial class WaiverOwner
{
    /// <summary>As a role: a person's name stays in the file that holds it.</summary>
    /// <param name="waiver">The waiver.</param>
    /// <param name="path">The file.</param>
    public static string Of(Waiver waiver, string? path) =>
        IsTeam().IsMatch(waiver.Owner) ? waiver.Owner : FormattableString.Invariant($"the person named in {path}:{waiver.Line}");

    /// <summary>A team of CODEOWNERS, such as <c>@acme/docs</c>.</summary>
    [GeneratedRegex(@"^@?[A-Za-z0-9-]+/[A-Za-z0-9._-]+\z", RegexOptions.None, 1000)]
    private static partial Regex IsTeam();
}
