using Gates.Doors.Files;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Commands.Pin;

/// <summary>Finds what is not pinned, resolves it, and changes the lines.</summary>
internal sealed class PinSession(ISourceTree tree, PinSources sources, PinRequest request)
{
    private readonly List<PinTarget> targets = [];
    private readonly List<PinNote> left = [];
    private readonly List<PinNote> faults = [];
    private readonly Dictionary<string, PinnedFile?> files = new(StringComparer.Ordinal);
    private readonly Dictionary<PinTarget, string> expected = [];
    private int already;

    public async Task<Pinning> RunAsync(CancellationToken cancellationToken)
    {
        if (request.Images)
        {
            ImagePlaces.Collect(tree, request, targets, left, cancellationToken);
        }

        if (request.Actions)
        {
            UsedActions.Collect(tree, request, targets, left);
        }

        var distinct = targets.DistinctBy(target => (target.GetType(), target.Path, target.Line, target.Column, target.Written)).ToList();
        var open = distinct.Where(IsOpen).ToList();
        already = distinct.Count - open.Count;
        var placed = open.Select(target => (Target: target, At: Place(target))).Where(one => one.At is not null).ToList();
        await sources.AskAsync([.. placed.Select(one => one.Target)], cancellationToken);
        foreach (var (target, at) in placed)
        {
            try
            {
                Change(target, at!.Value);
            }
            catch (EvaluationException e)
            {
                faults.Add(new PinNote(target.Path, target.Line, e.Message));
            }
        }

        TakeBackWhatDoesNotReadBack(cancellationToken);
        var changed = files.Values.OfType<PinnedFile>().Where(file => file.IsChanged).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        return new Pinning(
            changed, expected.Keys.OfType<ImageTarget>().Count(), expected.Keys.OfType<ActionTarget>().Count(), already, Sorted(left), Sorted(faults));
    }

    /// <summary>Writes each file whole, over exactly what was read.</summary>
    /// <exception cref="UsageException">One is behind a link, has changed, or cannot be written.</exception>
    public void Write(DirectoryInfo root, Pinning pinning)
    {
        foreach (var file in pinning.Files)
        {
            if (!file.Is(Bytes(file.Path)))
            {
                throw new UsageException($"{Say.Path(file.Path)} has changed meanwhile; run `gates pin` again");
            }

            new WholeFile(root, file.Path, "gates pin").Write(file.ToBytes());
        }
    }

    private static List<PinNote> Sorted(List<PinNote> notes) =>
        [.. notes.Distinct().OrderBy(note => note.Path, StringComparer.Ordinal).ThenBy(note => note.Line).ThenBy(note => note.Text, StringComparer.Ordinal)];

    private bool IsOpen(PinTarget target) => request.Update || target switch
    {
        ImageTarget image => image.Reference.Digest is null,
        ActionTarget action => !action.IsPinned,
        _ => false,
    };

    private int? Place(PinTarget target)
    {
        if (!files.TryGetValue(target.Path, out var file))
        {
            files[target.Path] = file = PinnedFile.Read(target.Path, Bytes(target.Path));
        }

        if (file is null)
        {
            left.Add(new PinNote(target.Path, target.Line, $"{Say.Quote(target.Written)}: the file is not UTF-8; save it as UTF-8"));
            return null;
        }

        var at = file.Find(target);
        if (at is null)
        {
            left.Add(new PinNote(
                target.Path,
                    target.Line,
                    $"{Say.Quote(target.Written)} does not stand on this line just once as it is read; write it out there, or pin it by hand"));
        }

        return at;
    }

    private void Change(PinTarget target, int at)
    {
        var file = files[target.Path]!;
        switch (target)
        {
            case ImageTarget image:
                ChangeImage(image, file, at);
                break;
            case ActionTarget action when new ActionLine(file, action, at) is var line:
                var version = action.IsPinned ? line.Version : action.Ref;
                if (version is null)
                {
                    left.Add(new PinNote(
                        action.Path, action.Line,
                        $"{Say.Quote(action.Written)}: no comment names its version, so there is nothing to update it to"));
                    return;
                }

                var resolved = action.IsPinned ? ActionVersions.Newest(sources.Refs(action), version) : ActionVersions.Resolve(sources.Refs(action), version);
                if (action.IsPinned && resolved.Commit == action.Ref)
                {
                    already++;
                }
                else if (targets.OfType<ActionTarget>().Count(one => one.Path == action.Path && one.Line == action.Line) == 1
                    && line.Change(resolved) is { } pinned)
                {
                    expected[action] = pinned;
                }
                else
                {
                    left.Add(new PinNote(
                        action.Path, action.Line,
                        $"{Say.Quote(action.Written)}: its line holds more, so that no comment can say the version; give it a line of its own"));
                }

                break;
        }
    }

    private void ChangeImage(ImageTarget image, PinnedFile file, int at)
    {
        if (image.Reference is { Tag: null, Digest: not null })
        {
            left.Add(new PinNote(image.Path, image.Line, $"{Say.Quote(image.Written)}: it has no tag, so there is nothing to update it to"));
            return;
        }

        var name = image.Written.Split('@')[0];
        var pinned = $"{name}{(image.Reference.Tag is null ? ":latest" : "")}@{sources.Digest(image)}";
        if (pinned == image.Written)
        {
            already++;
        }
        else if (file.Replace(image.Line, at + name.Length, image.Written.Length - name.Length, pinned[name.Length..]))
        {
            expected[image] = pinned;
        }
    }

    /// <summary>Reads the files as they will be: where that gives anything but the pins, the file stays as it is.</summary>
    private void TakeBackWhatDoesNotReadBack(CancellationToken cancellationToken)
    {
        var changed = files.Values.OfType<PinnedFile>().Where(file => file.IsChanged)
            .ToDictionary(file => file.Path, file => file.ToBytes(), StringComparer.Ordinal);
        if (changed.Count == 0)
        {
            return;
        }

        var after = new List<PinTarget>();
        var all = request with { Paths = [] };
        var edited = new ChangedTree(tree, changed);
        ImagePlaces.Collect(edited, all, after, [], cancellationToken);
        UsedActions.Collect(edited, all, after, []);
        var seen = after.Select(target => (target.Path, target.Line, target.Written)).ToHashSet();
        foreach (var (target, _) in expected.Where(one => !seen.Contains((one.Key.Path, one.Key.Line, one.Value))).ToList())
        {
            files[target.Path]!.Restore();
            expected.Keys.Where(one => one.Path == target.Path).ToList().ForEach(one => expected.Remove(one));
            faults.Add(new PinNote(
                target.Path, target.Line,
                $"{Say.Quote(target.Written)}: the pinned file would not be read as before, so it stays as it is; pin it by hand"));
        }
    }

    private byte[] Bytes(string path)
    {
        using var stream = tree.Open(path);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
