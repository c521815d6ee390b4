using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Gatekeeper;

/// <summary>What a constraint of Gatekeeper's library asks of an image's text.</summary>
internal sealed class PrefixDemand : IDemand
{
    private readonly Func<ImageTexts, bool> allows;
    private readonly IReadOnlyList<string> exempt;

    private PrefixDemand(string asks, IReadOnlyList<string> exempt, Func<ImageTexts, bool> allows)
    {
        Asks = asks;
        this.exempt = exempt;
        this.allows = allows;
    }

    public string Asks { get; }

    /// <returns><see langword="null"/> for a kind that is not known.</returns>
    public static PrefixDemand? Read(string kind, DocumentNode? parameters)
    {
        var exempted = Texts(parameters, "exemptImages");
        switch (kind)
        {
            case "K8sAllowedRepos":
                var repos = Texts(parameters, "repos");
                return new(Words("", repos), [], image => BeginsWith(repos, image));
            case "K8sAllowedReposv2":
                var allowed = Texts(parameters, "allowedImages");
                return new(Words("", allowed), [], image => Matches(allowed, image));
            case "K8sDisallowedRepos":
                var refused = Texts(parameters, "repos");
                return new(Words("none of ", refused), [], image => !BeginsWith(refused, image));
            case "K8sDisallowedTags":
                var tags = Texts(parameters, "tags");
                return new(Words("a tag, and none of ", tags), exempted, image => image.Texts[0].Contains(':', StringComparison.Ordinal)
                    && !tags.Any(tag => image.Texts.Any(text => text.EndsWith(":" + tag, StringComparison.Ordinal))));
            case "K8sImageDigests":
                return new("a digest", exempted, image => image.Image.Digest is not null);
            default:
                return null;
        }
    }

    public RuleAnswer Judge(Workload? workload, string list, ImageTexts image) =>
        Matches(exempt, image) ? RuleAnswer.Exempt : allows(image) ? RuleAnswer.Allowed : RuleAnswer.Refused;

    private static bool BeginsWith(IReadOnlyList<string> repos, ImageTexts image) =>
        repos.Any(repo => image.Texts.Any(text => text.StartsWith(repo, StringComparison.Ordinal)));

    /// <summary>Exact, or by what stands before a star at the end.</summary>
    private static bool Matches(IReadOnlyList<string> patterns, ImageTexts image) => patterns.Any(pattern => image.Texts.Any(text =>
        pattern.EndsWith('*') ? text.StartsWith(pattern[..^1], StringComparison.Ordinal) : text == pattern));

    private static string Words(string before, IReadOnlyList<string> texts) =>
        texts.Count == 0 ? before + "an empty list" : before + string.Join(", ", texts.Take(4).Select(text => $"`{text}`")) + (texts.Count > 4 ? ", …" : "");

    private static IReadOnlyList<string> Texts(DocumentNode? node, string key) => node?.Get(key)?.Items.Select(item => item.Text).ToList() ?? [];
}
