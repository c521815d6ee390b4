using System.Globalization;
using System.Text;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;
using Gates.Policies;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration.Folders;

/// <summary>
/// Adds to a configuration what the folders' own files ask for: gates beside the root's, which run whole as ever. So such a file can narrow, and never loosen.
/// </summary>
internal sealed class FolderGates
{
    private readonly GatesConfiguration root;
    private readonly List<GateConfiguration> made = [];
    private readonly Dictionary<(string Folder, string Name), GateConfiguration> byFolder = [];
    private readonly Dictionary<string, string> sourceById = new(StringComparer.Ordinal);

    private FolderGates(GatesConfiguration root)
    {
        this.root = root;
        foreach (var id in GateIds.Offered)
        {
            sourceById[id] = "this program";
        }

        foreach (var gate in root.Gates)
        {
            sourceById[gate.Id] = root.Source;
            byFolder[("", gate.Name)] = gate;
        }
    }

    /// <exception cref="UsageException">One of the files is not valid; the message names every problem of every file, as far as one can read them.</exception>
    public static GatesConfiguration AddTo(GatesConfiguration root, ISourceTree tree)
    {
        var (configuration, problems) = Read(root, tree);
        if (problems.Count > 0)
        {
            var shown = problems.Take(Problems.Shown).ToList();
            var more = problems.Count - shown.Count;
            throw new UsageException(string.Join('\n', more > 0
                ? [.. shown, string.Create(CultureInfo.InvariantCulture, $"and {more} more in the folders' own files")]
                : shown));
        }

        return configuration;
    }

    /// <summary>The same, for who wants all that is wrong; one line each.</summary>
    public static (GatesConfiguration Configuration, IReadOnlyList<string> Problems) Read(GatesConfiguration root, ISourceTree tree)
    {
        var files = FolderFiles.Find(tree, root);
        if (files.Problems.Count > 0 || files.Paths.Count == 0)
        {
            return (root with { Notes = [.. root.Notes, .. files.Notes] }, files.Problems);
        }

        var gates = new FolderGates(root);

        // A folder before those in it, which may not be milder.
        var read = files.Paths.Select(path => new FolderReader(new Problems(path)).Read(tree, path))
            .OrderBy(file => file.Folder, StringComparer.Ordinal)
            .ToList();
        read.ForEach(gates.Add);
        return (
            root with { Gates = [.. root.Gates, .. gates.made], FolderFiles = files.Paths, Notes = [.. root.Notes, .. files.Notes] },
            [.. read.SelectMany(file => file.Failure is { } failure ? [failure] : file.Problems.All)]);
    }

    private void Add(FolderFile file)
    {
        foreach (var gate in file.Gates)
        {
            var key = Say.Key("gates", gate.Own.Name);
            var above = Above(file.Folder, gate.Own.Name);
            FolderLaw.Check(gate, above, root, file.Problems, key);
            var one = Combine(file, gate.Own, above, key) with { Id = IdOf(file, gate.Own, key), Folder = file.Folder, Source = file.Path };
            made.Add(one);
            byFolder[(file.Folder, one.Name)] = one;
        }
    }

    /// <summary>What the nearest file above says of the same gate.</summary>
    private GateConfiguration? Above(string folder, string name)
    {
        while (folder.Length > 0)
        {
            folder = folder[..(folder.LastIndexOf('/', folder.Length - 2) + 1)];
            if (byFolder.TryGetValue((folder, name), out var above))
            {
                return above;
            }
        }

        return null;
    }

    /// <summary>An entry begins as the one above: each key that it writes takes the place of that one's, and under <c>with:</c> each option.</summary>
    private static GateConfiguration Combine(FolderFile file, GateConfiguration own, GateConfiguration? above, string key)
    {
        var gate = (above ?? new GateConfiguration(own.Name)) with { Name = own.Name, Place = own.Place, Needs = [] };
        if (own.Mode is not null || own.EnforceAfter is not null)
        {
            gate = gate with { Mode = own.Mode, EnforceAfter = own.EnforceAfter };
        }

        if (own.Policy is { } policy)
        {
            // Another policy has other options and reads other files.
            gate = gate with { Policy = policy with { Value = file.Folder + policy.Value }, With = null, Facts = null, Values = null };
        }
        else if (gate.Policy is { } inherited)
        {
            gate = gate with { Policy = inherited with { Place = own.Place } };
        }

        if (own.Facts is not null && GateIds.BuiltIn(own.Name) is not null)
        {
            file.Problems.Add(own.Place, key + ".facts", $"{own.Name} collects its own facts; remove this key");
        }

        gate = own.Facts is null
            ? gate with { HasFactsFromAbove = gate.Facts is not null }
            : gate with { Facts = FolderGlobs.Of(own.Facts, file.Folder), HasFactsFromAbove = false };
        return WithOptions(file, gate, own.With, key);
    }

    private static GateConfiguration WithOptions(FolderFile file, GateConfiguration gate, DocumentNode? own, string key)
    {
        if (gate.Policy is not null)
        {
            return gate with { Values = null, FolderWith = GateOptions.Merge(gate.FolderWith, own) };
        }

        if (GateIds.SettingsOf(gate.Name) is not { } settings)
        {
            file.Problems.Add(
                gate.Place,
                key,
                $"is not a gate{Suggestion.Words(gate.Name, GateIds.Offered)} valid: {Say.List(GateIds.Offered)}, "
                    + "a gate of the root's file, or one of your own with `policy`");
            return gate;
        }

        var with = GateOptions.Merge(gate.With, own is null ? null : FolderGlobs.Of(own, settings, file.Folder));
        var ours = GateIds.BuiltIn(gate.Name) is null ? FolderGlobs.Of(settings, file.Folder) : settings;
        return gate with { With = with, Values = new SettingReader(file.Problems).ReadSound(with, gate.Place, key + ".with", ours) };
    }

    private string IdOf(FolderFile file, GateConfiguration gate, string key)
    {
        var id = $"{file.Name ?? Slug(file.Folder)}-{gate.Name}";
        if (id.Length > GateId.MaxLength)
        {
            file.Problems.Add(gate.Place, key, string.Create(
                CultureInfo.InvariantCulture,
                $"would be called {id}, which has {id.Length} characters; at most {GateId.MaxLength} are possible: write a short `name:` above `gates:`"));
        }
        else if (GateId.Refuse(id) is not null)
        {
            file.Problems.Add(gate.Place, key, "has no name, because its folder's has no letter or digit of ASCII; write a `name:` above `gates:`");
        }
        else if (!sourceById.TryAdd(id, file.Path))
        {
            file.Problems.Add(gate.Place, key, $"would be called {id}, as a gate of {Say.Path(sourceById[id])} is; write another `name:` above `gates:`");
        }

        return id;
    }

    private static string Slug(string folder)
    {
        var slug = new StringBuilder();
        foreach (var character in folder.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
