using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts;

/// <summary>One kind of fact and the globs that select its files.</summary>
internal sealed class FactSource
{
    private readonly Func<IFactFormat> format;
    private readonly bool isMade;
    private readonly string[] include;
    private readonly string[] exclude;
    private readonly (PathFilter Filter, bool IsMade)[] filters;

    public FactSource(string kind, IReadOnlyList<string> globs, bool isMade, Func<IFactFormat> format)
    {
        Kind = kind;
        this.format = format;
        this.isMade = isMade;
        (include, exclude) = GlobList.Split(kind, globs);
        filters = Array.ConvertAll(include, glob => (new PathFilter([GlobList.Bare(glob)], exclude), isMade || GlobList.IsMade(glob)));
    }

    public string Kind { get; }

    /// <summary>As configuration writes it.</summary>
    public string Describe() => $"`facts.{Kind}` {string.Join(", ", include)}";

    /// <summary>Reports what would be selected and is not there, or is left out by a glob.</summary>
    public void Cover(GateContext about)
    {
        var tree = TreeOf(about.Tree);
        var filter = new PathFilter(Array.ConvertAll(include, GlobList.Bare), exclude);
        about.Coverage.LeftOut(tree, filter);
        if (exclude.Length > 0)
        {
            foreach (var file in tree.AllFiles.Where(file => filter.WhyNot(file.Path) == UnseenReasons.Exclude))
            {
                about.Coverage.LeftOut(UnseenReasons.Exclude, file.Path);
            }
        }
    }

    /// <summary>Where its files are: for what is made, also among the files that git ignores.</summary>
    public ISourceTree TreeOf(ISourceTree tree) => Array.Exists(filters, one => one.IsMade) ? tree.WithIgnored : tree;

    /// <summary>What a user who forgot that git ignores them should write, in words that follow the globs; empty when that is not it.</summary>
    public string Hint(ISourceTree tree)
    {
        var ignored = Array.Exists(filters, one => one.IsMade) || ReferenceEquals(tree.WithIgnored, tree)
            ? 0
            : tree.WithIgnored.AllFiles.Count(file => Array.Exists(filters, one => one.Filter.Includes(file.Path)));
        return ignored == 0 ? "" : FormattableString.Invariant($" (git ignores {ignored} of that name; write \"{GlobList.Made}{include[0]}\" to look at them)");
    }

    /// <summary>The selected files in the tree's order; what each glob matched goes into the evidence, so that a typo shows.</summary>
    public IReadOnlyList<SourceFile> Select(ISourceTree tree, Utf8JsonWriter facts)
    {
        var matched = new int[include.Length];
        var selected = new List<SourceFile>();
        var whole = TreeOf(tree);
        var isMixed = !ReferenceEquals(whole, tree) && Array.Exists(filters, one => !one.IsMade);
        var known = isMixed ? tree.AllFiles.Select(file => file.Path).ToHashSet(StringComparer.Ordinal) : null;
        foreach (var file in whole.AllFiles)
        {
            var any = false;
            for (var i = 0; i < filters.Length; i++)
            {
                if (filters[i].Filter.Includes(file.Path) && (filters[i].IsMade || known?.Contains(file.Path) != false))
                {
                    matched[i]++;
                    any = true;
                }
            }

            if (any)
            {
                selected.Add(file);
            }
        }

        Describe(matched, facts);
        return selected;
    }

    /// <summary>Writes the facts of every file; a malformed one costs its own facts only, and is returned.</summary>
    public IEnumerable<DocumentException> Read(
        ISourceTree tree, IReadOnlyList<SourceFile> files, Utf8JsonWriter facts, GateContext about, CancellationToken cancellationToken)
    {
        var reader = format();
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DocumentException? malformed = null;
            try
            {
                using var content = tree.Open(file.Path);
                reader.Write(file, content, facts);
                if (reader.Unseen is { } unread)
                {
                    about.Coverage.LeftOut(unread == UnseenReasons.BinaryText ? TextNames.WhyBinary(file.Path, about.Changes) : unread, file.Path);
                }
                else
                {
                    about.Coverage.Saw(file.Path);
                }
            }
            catch (DocumentException e)
            {
                malformed = e;
            }

            if (malformed is not null)
            {
                yield return malformed;
            }
        }
    }

    private void Describe(int[] matched, Utf8JsonWriter facts)
    {
        facts.WriteStartObject(Kind);
        facts.WriteStartArray("include");
        for (var i = 0; i < include.Length; i++)
        {
            facts.WriteStartObject();
            facts.WriteString("glob", include[i]);
            facts.WriteNumber("matched", matched[i]);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
        facts.WriteStartArray("exclude");
        foreach (var glob in exclude)
        {
            facts.WriteStringValue(glob);
        }

        facts.WriteEndArray();
        facts.WriteEndObject();
    }
}
