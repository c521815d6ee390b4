using Gates.Pipeline.Facts.Attested;
using Gates.Pipeline.Facts.Change;
using Gates.Pipeline.Facts.Csv;
using Gates.Pipeline.Facts.Dockerfiles;
using Gates.Pipeline.Facts.Files;
using Gates.Pipeline.Facts.Git;
using Gates.Pipeline.Facts.GitHub;
using Gates.Pipeline.Facts.Given;
using Gates.Pipeline.Facts.Hcl;
using Gates.Pipeline.Facts.Images;
using Gates.Pipeline.Facts.Ini;
using Gates.Pipeline.Facts.Json;
using Gates.Pipeline.Facts.JsonLines;
using Gates.Pipeline.Facts.Kubernetes;
using Gates.Pipeline.Facts.Logged;
using Gates.Pipeline.Facts.Markdown;
using Gates.Pipeline.Facts.Needs;
using Gates.Pipeline.Facts.OpenApi;
using Gates.Pipeline.Facts.Profiles;
using Gates.Pipeline.Facts.Prometheus;
using Gates.Pipeline.Facts.Run;
using Gates.Pipeline.Facts.Toml;
using Gates.Pipeline.Facts.Xml;
using Gates.Pipeline.Facts.Yaml;

namespace Gates.Pipeline.Facts;

/// <summary>Every kind of fact: those that files hold, and those that are in no file.</summary>
internal static class FactKinds
{
    /// <value>What a build or a scanner makes is usually ignored by git, and looked for there as well.</value>
    public static IReadOnlyList<(string Kind, bool IsMade, Func<IFactFormat> Create)> Files { get; } =
    [
        ("csv", false, static () => new CsvFacts()),
        ("dockerfile", false, static () => new DockerfileFacts()),
        ("files", false, static () => new FileFacts()),
        ("hcl", false, static () => new HclFacts()),
        ("ini", false, static () => new IniFacts()),
        ("json", false, static () => new JsonFacts()),
        ("jsonl", false, static () => new JsonLinesFacts()),
        ("junit", true, static () => new JUnitFacts()),
        ("markdown", false, static () => new MarkdownFacts()),
        ("openapi", false, static () => new OpenApiFacts()),
        ("profiles", true, static () => new ProfileFacts()),
        ("properties", false, static () => new PropertiesFacts()),
        ("sarif", true, static () => new SarifFacts()),
        ("sbom", true, static () => new SbomFacts()),
        ("toml", false, static () => new TomlFacts()),
        ("xml", false, static () => new XmlFacts()),
        ("yaml", false, static () => new YamlFacts()),
    ];

    public static IReadOnlyList<(string Kind, Func<IReadOnlyList<string>, GateServices?, IContextFacts> Create)> Beyond { get; } =
    [
        (ChangeFacts.Kind, static (globs, _) => new ChangeFacts(globs)),
        (LoggedFacts.Kind, static (selections, _) => new LoggedFacts(selections)),
        (GitFacts.Kind, static (parts, _) => new GitFacts(parts)),
        (GitHubFacts.Kind, static (parts, services) => new GitHubFacts(parts, services)),
        (ImageFacts.Kind, static (images, services) => new ImageFacts(images, services ?? new GateServices(TimeProvider.System))),
        (KubernetesFacts.Kind, static (queries, services) => new KubernetesFacts(queries, services)),
        (PrometheusFacts.Kind, static (queries, services) => new PrometheusFacts(queries, services)),
        (AttestedFacts.Provenance, static (queries, services) => new AttestedFacts(AttestedFacts.Provenance, queries, services)),
        (AttestedFacts.Summaries, static (queries, services) => new AttestedFacts(AttestedFacts.Summaries, queries, services)),
        (NeedsFacts.Kind, static (gates, _) => new NeedsFacts(gates)),
        (RunContextFacts.Kind, static (parts, services) => new RunContextFacts(parts, services)),
    ];

    /// <summary>What a build or a run made among what is selected, sorted: a commit alone does not hold it.</summary>
    public static IReadOnlyList<string> Made(IReadOnlyDictionary<string, IReadOnlyList<string>> globs) =>
    [
        .. globs.Where(one => one.Key is LoggedFacts.Kind or RunContextFacts.Kind
                || Files.Any(format => format.Kind == one.Key && (format.IsMade || one.Value.Any(GlobList.IsMade))))
            .Select(one => one.Key)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>One kind that is in no file: as it was given, else asked for.</summary>
    public static IContextFacts Create(
        (string Kind, Func<IReadOnlyList<string>, GateServices?, IContextFacts> Create) kind, IReadOnlyList<string> asked, GateServices? services) =>
        services?.Given.TryGetValue(kind.Kind, out var given) == true ? new GivenFacts(kind.Kind, given) : kind.Create(asked, services);
}
