using System.IO.Compression;
using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Unwrapping;
using Gates.Formats.Foundation.Streams;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Scanning.Layers;

/// <summary>Opens archives and scans their members as files. Nothing is written anywhere; what cannot be opened is said.</summary>
/// <param name="rules">What is looked for.</param>
/// <param name="depth">In how many archives those stand that are opened.</param>
internal sealed class ArchiveScanner(RuleSet rules, int depth) : IDisposable
{
    private const int TarBlock = 512;
    private readonly Lazy<ContentScanner> members = new(() => new ContentScanner(rules, decode: true, depth + 1));
    private readonly ChunkScanner names = new(rules);
    private readonly List<RawMatch> inName = [];

    public void Dispose()
    {
        if (members.IsValueCreated)
        {
            members.Value.Dispose();
        }
    }

    /// <summary>Whether an archive can be opened; if not, that is said.</summary>
    /// <param name="kind">Of which kind it is.</param>
    /// <param name="name">What it is called when it is of a kind that is not opened.</param>
    /// <param name="job">Where it is said.</param>
    public bool CanOpen(ArchiveKind kind, string? name, ScanJob job)
    {
        var problem = kind == ArchiveKind.Unopened ? $"{Wrapping.Where(job.Report.Wrapping)}not opened: {name} is not read"
            : depth >= Unpacking.MaxDepth ? $"{Wrapping.Where(job.Report.Wrapping)}not opened: it stands in {Unpacking.MaxDepth} archives already"
            : null;
        if (problem is not null)
        {
            job.Unpacking.Say(UnseenReasons.Archive, problem);
        }

        return problem is null;
    }

    /// <returns>Whether it is an archive, as far as it was opened.</returns>
    public bool Open(ArchiveKind kind, string path, Stream source, ScanJob job)
    {
        try
        {
            switch (kind)
            {
                case ArchiveKind.Zip:
                    OpenZip(path, source, job);
                    break;
                case ArchiveKind.Tar:
                    OpenTar(path, source, job);
                    break;
                case ArchiveKind.Pdf:
                    OpenPdf(path, source, job);
                    break;
                default:
                    OpenStream(kind, path, source, job);
                    break;
            }

            return true;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException)
        {
            // Two bytes make no zlib.
            if (kind != ArchiveKind.Zlib)
            {
                Say(job, UnseenReasons.Archive, e is InvalidDataException ? e.Message.TrimEnd('.') : "it is damaged");
            }

            return false;
        }
        catch (UnopenedException e) when (!e.IsAll || depth == 0)
        {
            Say(job, e.Reason, e.Message);
            return true;
        }
    }

    /// <summary>Opens archives that stand in text.</summary>
    public void OpenWrapped(string path, IReadOnlyList<LayeredArchive> archives, Pieces pieces, TextPlace place, ScanJob job)
    {
        var outer = job.Report.Wrapping;
        foreach (var archive in archives)
        {
            var at = TextPlace.Walk(pieces.Text, place.Begin(), archive.Start);
            if (!job.Report.IsAsked(at.Line))
            {
                continue;
            }

            var kind = ArchiveKinds.Of(archive.Content);
            var end = at.Units + 1 + TextPlace.UnitsOfLine(pieces.Text[archive.Start..archive.End]);
            var inside = kind.ToString().ToLowerInvariant() + " inside " + archive.Inside + (outer?.Inside is { } more ? " inside " + more : string.Empty);
            job.Report.Wrapping = new Wrapping(outer?.Member, inside, outer?.Place ?? (at.Line, at.Units + 1, end));
            try
            {
                if (CanOpen(kind, null, job))
                {
                    using var content = new MemoryStream(archive.Content, writable: false);
                    Open(kind, path, content, job);
                    if (archive.IsCut && !pieces.IsLast)
                    {
                        job.Unpacking.Say(UnseenReasons.Archive, $"{Wrapping.Where(job.Report.Wrapping)}too long to be opened to its end");
                    }
                }
            }
            finally
            {
                job.Report.Wrapping = outer;
            }
        }
    }

    private void OpenZip(string path, Stream source, ScanJob job)
    {
        using var held = source.CanSeek ? null : HeldContent.Take(source);
        var (zip, compressed) = (new ZipMembers(held ?? source), 0L);
        foreach (var member in zip.Read().Where(member => !member.IsFolder))
        {
            compressed += member.Compressed;
            if (compressed > (held ?? source).Length)
            {
                throw new UnopenedException(UnseenReasons.OverLimit, "its members overlap", isAll: true);
            }

            ScanMember(path, member.Name, job, () => new MeteredStream(zip.Open(member), () => member.Compressed, job.Unpacking));
        }
    }

    private void OpenTar(string path, Stream source, ScanJob job)
    {
        using var tar = new TarMembers(source);
        while (tar.Next() is var (name, content))
        {
            ScanMember(path, name, job, () => content);
        }
    }

    private void OpenPdf(string path, Stream source, ScanJob job)
    {
        using var held = HeldContent.Take(source);
        var pdf = held.GetBuffer();
        if (PdfStreams.IsEncrypted(pdf))
        {
            throw new UnopenedException(UnseenReasons.Archive, "it is encrypted", isAll: false);
        }

        foreach (var (index, (start, length)) in PdfStreams.Find(pdf).Index())
        {
            ScanMember(path, FormattableString.Invariant($"stream {index + 1}"), job, () => new MeteredStream(
                new ZLibStream(new MemoryStream(pdf, start, length), CompressionMode.Decompress), () => length, job.Unpacking));
        }
    }

    private void OpenStream(ArchiveKind kind, string path, Stream source, ScanJob job)
    {
        var counted = new CountedStream(source);
        using Stream decompressed = kind == ArchiveKind.Gzip
            ? new GZipStream(counted, CompressionMode.Decompress, leaveOpen: true)
            : new ZLibStream(counted, CompressionMode.Decompress, leaveOpen: true);
        using var content = new MeteredStream(decompressed, () => counted.Done, job.Unpacking);
        var start = new byte[TarBlock];
        var filled = content.ReadAtLeast(start, TarBlock, throwOnEndOfStream: false);
        using var whole = new PrefixedStream(start.AsMemory(0, filled), content);
        if (ArchiveKinds.Of(start.AsSpan(0, filled)) == ArchiveKind.Tar)
        {
            OpenTar(path, whole, job);
            if (HeldContent.HoldsMore(whole))
            {
                job.Unpacking.Say(UnseenReasons.Archive, $"{Wrapping.Where(job.Report.Wrapping)}not looked at behind the end of its last member");
            }
        }
        else if (!ScanMember(path, Wrapping.InnerName(path), job, () => whole))
        {
            return;
        }

        // The library takes a stream that is cut for one that ends.
        if (kind == ArchiveKind.Gzip && (content.Done == 0 ? counted.Tail != 0 : (uint)content.Done < counted.Tail))
        {
            throw new InvalidDataException("it ends early");
        }
    }

    /// <returns>Whether it was read to its end.</returns>
    private bool ScanMember(string path, string name, ScanJob job, Func<Stream> open)
    {
        var number = job.Unpacking.CountMember();
        job.Deadline.CheckNow();
        var outer = job.Report.Wrapping;
        var shown = ShownName(name, number, job);
        job.Report.Wrapping = Wrapping.Of(outer, shown);
        try
        {
            using var content = open();
            if (members.Value.Scan($"{path}!/{MemberNames.Shown(name)}", content, job) is { } unseen)
            {
                // It was scanned as text all the same; its name promises that to nobody.
                job.Unpacking.Say(unseen == UnseenReasons.BinaryText ? UnseenReasons.Binary : unseen);
            }

            return true;
        }
        catch (UnopenedException e) when (!e.IsAll)
        {
            Say(job, e.Reason, e.Message);
        }
        catch (InvalidDataException e)
        {
            Say(job, UnseenReasons.Archive, e.Message.TrimEnd('.'));
        }
        finally
        {
            job.Report.Wrapping = outer;
        }

        return false;
    }

    /// <summary>A name that is a secret itself is a hit, and is not shown.</summary>
    private string ShownName(string name, int number, ScanJob job)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        inName.Clear();
        names.Begin(name, bytes);
        names.Scan(bytes, 0, bytes.Length, job.Deadline, inName);
        if (inName.Count == 0)
        {
            return MemberNames.Shown(name);
        }

        var outer = job.Report.Wrapping;
        var instead = FormattableString.Invariant($"member {number}");
        job.Report.Wrapping = Wrapping.Of(outer, instead) with { Inside = "its name" };
        job.Report.AddBinary(inName, [], static _ => 0);
        job.Report.Wrapping = outer;
        return instead;
    }

    private static void Say(ScanJob job, UnseenReason reason, string problem) =>
        job.Unpacking.Say(reason, $"{Wrapping.Where(job.Report.Wrapping)}not opened to its end: {problem}");
}
