using System.Text.RegularExpressions;

namespace Gates.Attestation.Verification;

/// <summary>A tag of the clone.</summary>
/// <param name="Name">Without <c>refs/tags/</c>.</param>
/// <param name="Commit">The commit that it names in the end.</param>
/// <param name="Time">When the tag was made, or where it says nothing its commit; <see langword="null"/> when that cannot be read.</param>
internal sealed partial record ReleaseTag(string Name, string Commit, DateTimeOffset? Time)
{
    /// <value>Whether the name is a version, such as <c>v1.2.0</c>, <c>2026.12</c>, <c>app/v2</c> or <c>release-3</c>; others mark something else.</value>
    public bool IsVersion => Version().IsMatch(Name);

    [GeneratedRegex(
        @"^(?:.*[/@_-])?v?[0-9]+(?:\.[0-9]+)+(?:[-+._].*)?\z|^(?:.*[/@_-])?v[0-9]+(?:[-+_].*)?\z|^[0-9]+\z|^(?:.*[/@_-])?(?:release|rel|r)[-_/]?[0-9]+(?:[-+._].*)?\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Version();
}
