using System.Text.RegularExpressions;
using Gates.Attestation.Log;

namespace Gates.Attestation.Verification;

/// <summary>Where logs lie among files: a folder <c>log/YEAR/</c> each.</summary>
/// <param name="Path">With <c>/</c> at its end.</param>
/// <param name="Year">As it is named.</param>
/// <param name="IsWhole">Whether it has tiles; without them it is a checkpoint that a later year keeps.</param>
internal sealed partial record LogFolder(string Path, string Year, bool IsWhole)
{
    /// <value>The folder that holds nothing but evidence.</value>
    public const string Audit = "audit/";

    public string Checkpoint => Path + LogReader.CheckpointFile;

    public static IReadOnlyList<LogFolder> In(IReadOnlyList<string> paths) =>
    [
        .. from path in paths.Where(path => path.StartsWith("log/", StringComparison.Ordinal))
           let match = InFolder().Match(path)
           where match.Success
           group match.Groups["rest"].Value by match.Groups["year"].Value into year
           orderby year.Key
           select new LogFolder($"log/{year.Key}/", year.Key, year.Any(rest => rest != LogReader.CheckpointFile)),
    ];

    /// <summary>Whether files are laid out as an evidence branch is, so that a log must say what belongs to them.</summary>
    public static bool IsLayout(IReadOnlyList<string> paths) =>
        paths.Any(path => path.StartsWith(Audit, StringComparison.Ordinal) || InFolder().IsMatch(path));

    /// <summary>Whether a file is part of a log, so that no entry of one has to name it.</summary>
    public static bool IsOfALog(string path) => InFolder().IsMatch(path);

    [GeneratedRegex(
        @"^log/(?<year>[0-9]{4})/(?<rest>checkpoint|cosigned/[0-9]{1,19}|tile/(entries|[0-9]{1,2})/(x[0-9]{3}/)*[0-9]{3}(\.p/[0-9]{1,3})?)\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex InFolder();
}
