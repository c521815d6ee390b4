using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline;

/// <summary>
/// The tree without the test cases of policies, which show what a policy refuses. Only of policies that the judge knows: those that its configuration names,
/// and those below <c>policies/</c> where its rules are read, so that no change hides a file by calling it a case.
/// </summary>
internal sealed class OwnCases : ISourceTree
{
    private const string Manifest = "policy.json";

    private readonly ISourceTree inner;
    private readonly IReadOnlyList<string> folders;

    private OwnCases(ISourceTree inner, IReadOnlyList<string> folders)
    {
        this.inner = inner;
        this.folders = folders;
        Files = [.. inner.Files.Where(file => !IsCase(file.Path))];
        AllFiles = [.. inner.AllFiles.Where(file => !IsCase(file.Path))];
        Unseen = [.. inner.Unseen
            .Concat(inner.AllFiles.Where(file => IsCase(file.Path)).Select(file => new UnseenFile(file.Path, UnseenReasons.OwnCases)))
            .OrderBy(unseen => unseen.Path, StringComparer.Ordinal)];
    }

    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<SourceFile> AllFiles { get; }

    public IReadOnlyList<UnseenFile> Unseen { get; }

    public ISourceTree WithIgnored => inner.WithIgnored is var whole && ReferenceEquals(whole, inner) ? this : new OwnCases(whole, folders);

    /// <summary>
    /// What each gate is run on. The cases of a folder's own policies are left out for the gates of that folder alone: for the root's they are files like any
    /// other, so that no folder hides one from them.
    /// </summary>
    public static Func<PlannedGate, PipelineInput> Inputs(PipelineInput input, ISourceTree rules)
    {
        var ofRoot = input.Plan.Gates.Where(gate => gate.Folder.Length == 0).ToList();
        var root = input with { Tree = LeaveOut(input.Tree, ofRoot, rules) };
        var byFolder = input.Plan.Gates.Where(gate => gate is { Folder.Length: > 0, PolicyFiles: not null })
            .GroupBy(gate => gate.Folder, StringComparer.Ordinal)
            .ToDictionary(folder => folder.Key, folder => input with { Tree = LeaveOut(input.Tree, [.. ofRoot, .. folder], rules) }, StringComparer.Ordinal);
        return gate => byFolder.GetValueOrDefault(gate.Folder, root);
    }

    /// <summary>The tree itself where there are no such cases.</summary>
    /// <param name="tree">What is inspected.</param>
    /// <param name="gates">What judges it.</param>
    /// <param name="rules">Where the rules are read.</param>
    public static ISourceTree LeaveOut(ISourceTree tree, IEnumerable<PlannedGate> gates, ISourceTree rules)
    {
        var named = gates.Select(gate => gate.PolicyFiles?.Entry).OfType<string>().Select(Folder);
        var shelved = rules.AllFiles.Select(file => file.Path)
            .Where(path => path.StartsWith("policies/", StringComparison.Ordinal)
                && path.EndsWith("/" + Manifest, StringComparison.Ordinal)
                && path.AsSpan().Count('/') == 2)
                .Select(Folder);
        var cases = named.Where(folder => folder.Length > 0 && rules.Exists(folder + Manifest))
            .Concat(shelved)
            .Distinct(StringComparer.Ordinal)
            .Select(folder => folder + "cases/")
            .ToList();
        return cases.Count > 0 && tree.AllFiles.Any(file => cases.Exists(folder => file.Path.StartsWith(folder, StringComparison.Ordinal)))
            ? new OwnCases(tree, cases)
            : tree;
    }

    public bool Exists(string path) => inner.Exists(path);

    public bool IsBehindLink(string path) => inner.IsBehindLink(path);

    public string WhyAbsent(string path) => inner.WhyAbsent(path);

    public Stream Open(string path) => inner.Open(path);

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];

    private bool IsCase(string path) => folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));
}
