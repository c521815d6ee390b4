using System.IO.Compression;
using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Unwrapping;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Scanning.Layers;

/// <summary>Opens archives and scans their members as files. Nothing is written anywhere; what cannot be opened is said.</summary>
/// <param name="rules">What is looked for.</param>
/// <param name="depth">In how many archives those stand that are opened.</param>
internal sealed class ArchiveScanner(RuleSet rules, int depth) : IDisposable
{
    private const int TarBlock = 512;
    private const string Unnamed = "content";
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
        var problem = kind == ArchiveKind.Unopened ? $"{Where(job)}not opened: {name} is not read"
            : depth >= Unpacking.MaxDepth ? $"{Where(job)}not opened: it stands in {Unpacking.MaxDepth} archives already"
            : null;
        if (problem is not null)
        {
            job.Unpacking.Say(UnseenReasons.Archive, problem);
        }

        return problem is null;
    }

    /// <returns>Whether it is an archive to its end, as far as it was opened.</returns>
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
                job.Unpacking.Say(UnseenReasons.Archive, $"{Where(job)}not opened to its end: {(e is InvalidDataException ? e.Message.TrimEnd('.') : "it is damaged")}");
            }

            return false;
        }
        catch (UnopenedException e) when (!e.IsAll || depth == 0)
        {
            job.Unpacking.Say(e.Reason, $"{Where(job)}not opened to its end: {e.Message}");
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
                        job.Unpacking.Say(UnseenReasons.Archive, $"{Where(job)}too long to be opened to its end");
                    }
                }
            }
            finally
            {
                job.Report.Wrapping = outer;
            }
        }
    }

    /// <summary>Takes a member that must be read twice into memory.</summary>
    /// <exception cref="UnopenedException">It is too large.</exception>
    public static MemoryStream Hold(Stream source, long? size)
    {
        var held = new MemoryStream((int)Math.Min(size ?? 0, 1 << 20));
        Span<byte> part = new byte[64 << 10];
        for (int count; (count = source.Read(part)) > 0;)
        {
            if (held.Length + count > Unpacking.MaxHeld)
            {
                throw new UnopenedException(
                    UnseenReasons.Archive, FormattableString.Invariant($"no more than {Unpacking.MaxHeld >> 20} MiB are held in memory"), isAll: false);
            }

            held.Write(part[..count]);
        }

        held.Position = 0;
        return held;
    }

    private void OpenZip(string path, Stream source, ScanJob job)
    {
        using var held = source.CanSeek ? null : Hold(source, null);
        var zip = new ZipMembers(held ?? source);
        long compressed = 0;
        foreach (var member in zip.Read().Where(member => !member.IsFolder))
        {
            compressed += member.Compressed;
            if (compressed > (held ?? source).Length)
            {
                throw new UnopenedException(UnseenReasons.OverLimit, "its members overlap", isAll: true);
            }

            ScanMember(path, member.Name, job, () =>
            {
                if (member.IsEncrypted)
                {
                    throw new UnopenedException(UnseenReasons.Archive, "it is encrypted", isAll: false);
                }

                if (!member.IsReadable)
                {
                    throw new UnopenedException(
                        UnseenReasons.Archive, FormattableString.Invariant($"compression method {member.Method} is not read"), isAll: false);
                }

                return new MeteredStream(zip.Open(member), () => member.Compressed, job.Unpacking);
            });
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
        using var held = Hold(source, null);
        var pdf = held.GetBuffer();
        if (PdfStreams.IsEncrypted(pdf))
        {
            throw new UnopenedException(UnseenReasons.Archive, "it is encrypted", isAll: false);
        }

        foreach (var (index, (start, length)) in PdfStreams.Find(pdf).Index())
        {
            ScanMember(
                path,
                FormattableString.Invariant($"stream {index + 1}"),
                job,
                () => new MeteredStream(new ZLibStream(new MemoryStream(pdf, start, length), CompressionMode.Decompress), () => length, job.Unpacking));
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
            if (HoldsMore(whole))
            {
                job.Unpacking.Say(UnseenReasons.Archive, $"{Where(job)}not looked at behind the end of its last member");
            }
        }
        else if (!ScanMember(path, InnerName(path), job, () => whole))
        {
            return;
        }

        // The library takes a stream that is cut for one that ends.
        if (kind == ArchiveKind.Gzip && (content.Done == 0 ? counted.Tail != 0 : (uint)content.Done < counted.Tail))
        {
            throw new InvalidDataException("it ends early");
        }
    }

    /// <summary>Whether anything but padding is left.</summary>
    private static bool HoldsMore(Stream rest)
    {
        Span<byte> part = new byte[16 << 10];
        var isMore = false;
        for (int count; (count = rest.Read(part)) > 0;)
        {
            isMore |= part[..count].ContainsAnyExcept((byte)0);
        }

        return isMore;
    }

    /// <returns>Whether it was read to its end.</returns>
    private bool ScanMember(string path, string name, ScanJob job, Func<Stream> open)
    {
        var number = job.Unpacking.CountMember();
        job.Deadline.CheckNow();
        var outer = job.Report.Wrapping;
        var shown = ShownName(name, number, job);
        job.Report.Wrapping = Inside(outer, shown);
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
            job.Unpacking.Say(e.Reason, $"{Where(job)}not opened to its end: {e.Message}");
        }
        catch (InvalidDataException e)
        {
            job.Unpacking.Say(UnseenReasons.Archive, $"{Where(job)}not opened to its end: {e.Message.TrimEnd('.')}");
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
        job.Report.Wrapping = Inside(outer, instead) with { Inside = "its name" };
        job.Report.AddBinary(inName, [], static _ => 0);
        job.Report.Wrapping = outer;
        return instead;
    }

    private static Wrapping Inside(Wrapping? outer, string name) => outer switch
    {
        null => new Wrapping(name, null, null),
        { Place: null } => outer with { Member = outer.Member is null ? name : outer.Member + "!/" + name },
        _ => outer with { Inside = name == Unnamed ? outer.Inside : name + " inside " + outer.Inside },
    };

    private static string Where(ScanJob job) => job.Report.Wrapping is not { } wrapping ? string.Empty
        : (wrapping.Member ?? string.Empty) + (wrapping.Place is { } place ? FormattableString.Invariant($" line {place.Line} ({wrapping.Inside})") : string.Empty) + " ";

    /// <summary>What is in <c>app.log.gz</c> is called <c>app.log</c>.</summary>
    private static string InnerName(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && name.Length > 3 ? name[..^3] : Unnamed;
    }
}
