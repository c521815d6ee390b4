using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Proof;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.BuiltIn.HermeticBuild;

/// <summary>Looks for what makes a build depend on the day and the place it runs: networks, moving names, missing lock files.</summary>
internal sealed class HermeticBuildGate : IGate
{
    private readonly HermeticBuildOptions options;
    private readonly PathFilter filter;

    /// <exception cref="UsageException">An option cannot be meant as it is.</exception>
    public HermeticBuildGate(HermeticBuildOptions options)
    {
        HermeticRules.Check(options);
        this.options = options;
        filter = new PathFilter(options.Paths, options.Exclude);
    }

    /// <summary>The gate that reads; with <c>build</c> set, the one that builds as well.</summary>
    /// <exception cref="UsageException">An option cannot be meant as it is.</exception>
    public static IGate Create(HermeticBuildOptions options, GateServices services)
    {
        var files = new HermeticBuildGate(options);
        return options.Build.Count > 0 ? new ProofGate(files, options.Build, services) : files;
    }

    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken)
    {
        var files = new RepositoryFiles(context.Tree);
        var inspectors = new FileInspectors(files, options.TrustedActions);
        var facts = new HermeticFacts();
        foreach (var file in context.Tree.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (inspectors.For(file.Path) is not { } found)
            {
                continue;
            }

            if (filter.WhyNot(file.Path) is { } why)
            {
                context.Coverage.LeftOut(why, file.Path);
                continue;
            }

            Inspect(file.Path, found.Kind, found.Inspector, files, facts);
            context.Coverage.Saw(file.Path);
        }

        context.Coverage.Saw(0);
        context.Coverage.LeftOut(context.Tree, filter, path => inspectors.For(path) is not null);

        return Task.FromResult(facts.ToEvidence());
    }

    private static void Inspect(string path, string kind, IFileInspector inspector, RepositoryFiles files, HermeticFacts facts)
    {
        facts.Files[kind] = facts.Files.GetValueOrDefault(kind) + 1;
        try
        {
            inspector.Inspect(path, kind == "dockerfile" ? files.ReadDockerfile(path) : files.Read(path), facts);
        }
        catch (DocumentException e)
        {
            facts.Unread.Add(new UnreadFact(kind, e.Reason, path, e.Line));
        }
        catch (RegexMatchTimeoutException)
        {
            facts.Unread.Add(new UnreadFact(kind, "it takes too long to read, as only a text made for that does", path, 1));
        }
    }
}
