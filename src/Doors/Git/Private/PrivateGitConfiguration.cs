using System.Text;
using System.Text.RegularExpressions;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Private;

/// <summary>
/// The whole configuration that git sees. It defines no driver, no remote and no program, so what attributes or names of the repository ask for does not exist.
/// </summary>
internal static partial class PrivateGitConfiguration
{
    /// <value>The remote's name in commands; no repository's own remote is ever used.</value>
    public const string OwnRemoteName = "gates";

    /// <value>How a repository is laid out, and known to change nothing that is read here.</value>
    private static readonly string[] HarmlessExtensions =
        ["noop", "noop-v1", "objectformat", "partialclone", "preciousobjects", "refstorage", "relativeworktrees", "worktreeconfig"];

    private const string Always = """
        	bare = false
        	attributesFile = /dev/null
        	excludesFile = /dev/null
        	hooksPath = /dev/null
        	fsmonitor = false
        	untrackedCache = false
        	sparseCheckout = true
        	commitGraph = false
        	multiPackIndex = false
        	logAllRefUpdates = false
        	pager = cat
        	editor = /bin/false
        	askPass = /bin/false
        [gc]
        	auto = 0
        [maintenance]
        	auto = false
        [submodule]
        	recurse = false
        [fetch]
        	recurseSubmodules = false
        	writeCommitGraph = false
        [protocol]
        	allow = never
        [uploadpack]
        	allowFilter = true
        	allowAnySHA1InWant = true
        [gpg]
        	program = /bin/false
        	minTrustLevel = undefined
        [gpg "openpgp"]
        	program = /bin/false
        [gpg "x509"]
        	program = /bin/false

        """;

    /// <value>What <c>@{upstream}</c> is found with.</value>
    private static readonly (string Section, string Key, Func<Regex> Form)[] Upstreams = [
        ("branch", "remote", PlainName),
        ("branch", "merge", PlainRef),
        ("remote", "fetch", PlainRefspec)
    ];

    /// <summary>How the repository names its objects.</summary>
    /// <exception cref="EvaluationException">It is laid out in a way that is not read.</exception>
    public static string ObjectFormat(GitFolder folder, GitConfiguration configuration)
    {
        if (configuration.Find("core.repositoryformatversion") is { } version and not ("0" or "1"))
        {
            throw Unreadable(folder, $"its format is version {version}, and gates reads 0 and 1");
        }

        foreach (var key in configuration.Values.Select(value => value.Key).Where(key => key.StartsWith("extensions.", StringComparison.Ordinal)))
        {
            if (!HarmlessExtensions.Contains(key["extensions.".Length..], StringComparer.Ordinal))
            {
                throw Unreadable(folder, $"it has {key}, which gates does not know");
            }
        }

        if (configuration.Find("extensions.refstorage") is { } storage and not "files")
        {
            throw Unreadable(folder, $"its refs are kept as {storage}, and gates reads files; `git refs migrate --ref-format=files` makes them files");
        }

        return configuration.Find("extensions.objectformat") is not { } format
            ? "sha1"
            : format is "sha1" or "sha256" ? format : throw Unreadable(folder, $"extensions.objectFormat is {format}");
    }

    /// <param name="objectFormat"><c>sha1</c> or <c>sha256</c>.</param>
    /// <param name="theirs">What names the branches that people compare with, as data.</param>
    public static string Text(string objectFormat, GitConfiguration? theirs)
    {
        var text = new StringBuilder("[core]\n\trepositoryformatversion = ").Append(objectFormat == "sha1" ? 0 : 1)
            .Append("\n\tfilemode = ").Append(theirs?.IsFalse("core.filemode") == true ? "false" : "true").Append('\n').Append(Always);
        if (objectFormat != "sha1")
        {
            text.Append("[extensions]\n\tobjectFormat = ").Append(objectFormat).Append('\n');
        }

        foreach (var (section, key, form) in Upstreams)
        {
            foreach (var (name, value) in theirs?.Named(
                section,
                key).Where(one => PlainName().IsMatch(one.Name) && one.Name != OwnRemoteName && form().IsMatch(one.Value))
                ?? [])
            {
                text.Append('[')
                    .Append(section)
                    .Append(' ')
                    .Append(GitConfiguration.Quote(name))
                    .Append("]\n\t")
                    .Append(key)
                    .Append(" = ")
                    .Append(GitConfiguration.Quote(value))
                    .Append('\n');
            }
        }

        return text.ToString();
    }

    [GeneratedRegex("^[A-Za-z0-9_.][A-Za-z0-9_./-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex PlainName();

    [GeneratedRegex("^refs/[A-Za-z0-9_./-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex PlainRef();

    [GeneratedRegex(
        @"^\+?refs/[A-Za-z0-9_./-]+(/\*:refs/[A-Za-z0-9_./-]+/\*|:refs/[A-Za-z0-9_./-]+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PlainRefspec();

    private static EvaluationException Unreadable(GitFolder folder, string reason) => new($"{folder.Name}: git cannot read this repository: {reason}");
}
