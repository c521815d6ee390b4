using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Pin;

/// <summary>What a version of an action comes to.</summary>
internal static partial class ActionVersions
{
    private const string Tags = "refs/tags/";
    private const string Branches = "refs/heads/";

    /// <summary>
    /// The commit of a tag or branch, and the fullest name of that version: for <c>v4</c> the tag <c>v4.2.1</c> that stands on the same commit.
    /// </summary>
    /// <exception cref="EvaluationException">There is none, or two.</exception>
    public static ResolvedAction Resolve(IReadOnlyDictionary<string, string> refs, string version)
    {
        var (tag, branch) = (refs.GetValueOrDefault(Tags + version), refs.GetValueOrDefault(Branches + version));
        if (tag is not null && branch is not null && tag != branch)
        {
            throw new EvaluationException($"both a tag and a branch are called {Say.Quote(version)}, and they are not the same; name the commit");
        }

        var commit = tag ?? branch ?? throw new EvaluationException(
            $"there is no tag or branch {Say.Quote(version)}" + (IsShort(version) ? "; if it is a commit, write all 40 digits" : ""));
        var fullest = refs.Where(one => one.Value == commit && one.Key.StartsWith(Tags, StringComparison.Ordinal))
            .Select(one => one.Key[Tags.Length..])
            .Where(name => IsPlain(name) && name.StartsWith(version + ".", StringComparison.Ordinal))
            .OrderByDescending(name => name.Count(c => c == '.'))
                .ThenByDescending(Numbers, NumberComparer.Instance).ThenBy(name => name, StringComparer.Ordinal)
            .FirstOrDefault();
        return new ResolvedAction(commit, fullest ?? version);
    }

    /// <summary>The newest of the same major version: where the tag <c>v4</c> stands, else the highest <c>v4.x.y</c>; a branch's own newest.</summary>
    /// <exception cref="EvaluationException">There is none.</exception>
    public static ResolvedAction Newest(IReadOnlyDictionary<string, string> refs, string version)
    {
        if (Version().Match(version) is not { Success: true } parts)
        {
            return Resolve(refs, version);
        }

        var major = parts.Groups["major"].Value;
        if (refs.ContainsKey(Tags + major) || refs.ContainsKey(Branches + major))
        {
            return Resolve(refs, major);
        }

        var highest = refs.Keys.Where(name => name.StartsWith(Tags + major + ".", StringComparison.Ordinal)).Select(name => name[Tags.Length..])
            .Where(name => Version().IsMatch(name)).OrderByDescending(Numbers, NumberComparer.Instance).FirstOrDefault();
        return Resolve(refs, highest ?? version);
    }

    private static bool IsShort(string version) => version.Length is >= 7 and < 40 && version.All(char.IsAsciiHexDigit);

    /// <summary>Nothing that would end a comment, or be hard to see in it.</summary>
    private static bool IsPlain(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '/');

    private static int[] Numbers(string name) =>
        [.. Digits().Matches(name)
            .Select(match => int.TryParse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];

    [GeneratedRegex(@"^(?<major>v?[0-9]+)(\.[0-9]+){0,2}\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Version();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    private sealed class NumberComparer : IComparer<int[]>
    {
        public static NumberComparer Instance { get; } = new();

        public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}

/// <summary>A commit and the name of its version.</summary>
internal sealed record ResolvedAction(string Commit, string Version);
