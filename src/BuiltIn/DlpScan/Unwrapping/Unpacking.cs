using System.Buffers.Binary;
using Gates.Formats.Foundation.Streams;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>How much may be taken out of one file, all its archives together, and what was not opened.</summary>
internal sealed class Unpacking(string path)
{
    /// <value>Bytes that come out of one member.</value>
    public const long MaxMember = 256L << 20;

    /// <value>Bytes that come out of one file.</value>
    public const long MaxBytes = 512L << 20;

    public const int MaxMembers = 100_000;

    /// <value>Archives inside archives: those of a file and those of its members.</value>
    public const int MaxDepth = 2;

    /// <value>Bytes of what must be held in memory: a PDF, or an archive inside another.</value>
    public const int MaxHeld = 24 << 20;

    private const long FreeBytes = 16L << 20;
    private const long MaxRatio = 200;
    private const int MaxNamed = 3;
    private readonly List<string> problems = [];
    private long unpacked;
    private int members;
    private int unnamed;

    /// <value>Why something in it was not looked at; <see langword="null"/> when all was.</value>
    public UnseenReason? Reason { get; private set; }

    /// <value>What was not looked at, in words.</value>
    public string? Problem => problems.Count == 0 ? null
        : $"{path}: {string.Join("; ", problems)}{(unnamed > 0 ? FormattableString.Invariant($"; and {unnamed} more") : string.Empty)}";

    /// <summary>Something was not looked at. What is worst decides how the file counts.</summary>
    public void Say(UnseenReason reason, string? problem = null)
    {
        Reason = Reason is null || Rank(reason) < Rank(Reason) ? reason : Reason;
        if (problem is null)
        {
            return;
        }

        if (problems.Count < MaxNamed)
        {
            problems.Add(problem);
        }
        else
        {
            unnamed++;
        }
    }

    /// <returns>The how manieth it is.</returns>
    /// <exception cref="UnopenedException">There are too many.</exception>
    public int CountMember()
    {
        if (++members > MaxMembers)
        {
            throw new UnopenedException(UnseenReasons.OverLimit, FormattableString.Invariant($"it holds more than {MaxMembers} members"), isAll: true);
        }

        return members;
    }

    /// <summary>Bytes came out of a member.</summary>
    /// <exception cref="UnopenedException">Those are too many.</exception>
    public void Count(int bytes, long ofMember, long compressed)
    {
        unpacked += bytes;
        if (ofMember > FreeBytes && ofMember / MaxRatio > compressed)
        {
            var problem = FormattableString.Invariant($"it unpacks to more than {MaxRatio} times its size");
            throw new UnopenedException(UnseenReasons.OverLimit, problem, isAll: false);
        }

        if (ofMember > MaxMember)
        {
            throw new UnopenedException(UnseenReasons.Archive, FormattableString.Invariant($"it unpacks to more than {MaxMember >> 20} MiB"), isAll: false);
        }

        if (unpacked > MaxBytes)
        {
            var problem = FormattableString.Invariant($"all in it unpacks to more than {MaxBytes >> 20} MiB");
            throw new UnopenedException(UnseenReasons.Archive, problem, isAll: true);
        }
    }

    private static int Rank(UnseenReason reason) =>
        !reason.IsExpected ? 0 : reason == UnseenReasons.Archive ? 1 : 2;
}

/// <summary>A member, or all that is left of a file, is not unpacked any further.</summary>
internal sealed class UnopenedException(UnseenReason reason, string message, bool isAll) : Exception(message)
{
    public UnseenReason Reason => reason;

    /// <value>Whether nothing more is to be unpacked of the file.</value>
    public bool IsAll => isAll;
}

/// <summary>Counts what comes out of a member, and stops when that is too much.</summary>
/// <param name="content">What comes out.</param>
/// <param name="compressed">How many bytes went in, or will.</param>
/// <param name="unpacking">Where it is counted.</param>
internal sealed class MeteredStream(Stream content, Func<long> compressed, Unpacking unpacking) : ForwardStream
{
    /// <value>How much came out.</value>
    public long Done { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var count = content.Read(buffer);
        Done += count;
        unpacking.Count(count, Done, compressed());
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>Counts what is read of a compressed stream, and knows how it ended. Leaves it open.</summary>
internal sealed class CountedStream(Stream source) : ForwardStream
{
    private readonly byte[] tail = new byte[4];

    public long Done { get; private set; }

    /// <value>The last four bytes: how much a gzip holds, modulo 2^32.</value>
    public uint Tail => BinaryPrimitives.ReadUInt32LittleEndian(tail);

    public override int Read(Span<byte> buffer)
    {
        var count = source.Read(buffer);
        Done += count;
        for (var i = Math.Max(0, count - 4); i < count; i++)
        {
            (tail[0], tail[1], tail[2], tail[3]) = (tail[1], tail[2], tail[3], buffer[i]);
        }

        return count;
    }
}
