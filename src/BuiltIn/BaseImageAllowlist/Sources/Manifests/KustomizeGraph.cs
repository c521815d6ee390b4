namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;

/// <summary>Which kustomization takes which files in, and which names it replaces in them.</summary>
internal sealed class KustomizeGraph
{
    private readonly Dictionary<string, (List<string> Members, HashSet<string> Names)> folders = new(StringComparer.Ordinal);
    private Dictionary<string, HashSet<string>>? byFile;

    /// <param name="folder">The kustomization's own.</param>
    /// <param name="members">Files, and folders of other kustomizations.</param>
    /// <param name="names">The names that get another image.</param>
    public void Add(string folder, IEnumerable<string> members, IEnumerable<string> names)
    {
        if (!folders.TryGetValue(folder, out var known))
        {
            folders[folder] = known = ([], new HashSet<string>(StringComparer.Ordinal));
        }

        known.Members.AddRange(members);
        known.Names.UnionWith(names);
        byFile = null;
    }

    /// <summary>
    /// Whether the image is a name that a kustomization which takes its file in replaces. Only a name without a registry or an owner: any other would be pulled
    /// by whoever applies the file alone.
    /// </summary>
    public bool Replaces(ImageUse use)
    {
        if (use.Workload is null || folders.Count == 0 || use.Written.AsSpan().IndexOfAny("/$@") >= 0)
        {
            return false;
        }

        byFile ??= Resolve();
        return byFile.TryGetValue(use.Path, out var names) && names.Contains(use.Written.Split(':')[0]);
    }

    private Dictionary<string, HashSet<string>> Resolve()
    {
        var result = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (folder, (_, names)) in folders.Where(pair => pair.Value.Names.Count > 0))
        {
            foreach (var file in Closure(folder))
            {
                if (!result.TryGetValue(file, out var known))
                {
                    result[file] = known = new HashSet<string>(StringComparer.Ordinal);
                }

                known.UnionWith(names);
            }
        }

        return result;
    }

    private IEnumerable<string> Closure(string folder)
    {
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal) { folder }, new Stack<string>([folder]));
        while (open.TryPop(out var at))
        {
            foreach (var member in folders.TryGetValue(at, out var known) ? known.Members : [])
            {
                if (seen.Add(member))
                {
                    open.Push(member);
                    yield return member;
                }
            }
        }
    }
}
