using System.Formats.Tar;
using System.Text;
using Gates.Formats.Archives;
using Shouldly;
using Xunit;
using TarReader = Gates.Formats.Archives.TarReader;

namespace Runner.Tests.Formats.Archives;

/// <summary>Archives of every form as .NET writes them, and hostile ones.</summary>
public sealed class TarReaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public async Task EveryForm_IsReadAsItWasWritten(TarEntryFormat format)
    {
        var longName = string.Join('/', Enumerable.Repeat("folder-of-some-length", format == TarEntryFormat.Ustar ? 6 : 20)) + "/file.txt";
        var archive = Write(format, writer =>
        {
            Add(writer, format, TarEntryType.Directory, "a/", null);
            Add(writer, format, TarEntryType.RegularFile, "a/b", "hello");
            Add(writer, format, TarEntryType.RegularFile, longName, new string('x', 1_500));
            Add(writer, format, TarEntryType.SymbolicLink, "a/link", null, "../../etc/passwd");
            Add(writer, format, TarEntryType.HardLink, "a/hard", null, "a/b");
            Add(writer, format, TarEntryType.RegularFile, "last", "end");
        });
        var found = await ReadAsync(archive);
        found.Select(one => (one.Entry.Name, one.Entry.Kind, one.Entry.Link, one.Text)).ShouldBe(
        [
            ("a", TarKind.Folder, "", ""),
            ("a/b", TarKind.File, "", "hello"),
            (longName, TarKind.File, "", new string('x', 1_500)),
            ("a/link", TarKind.SymbolicLink, "../../etc/passwd", ""),
            ("a/hard", TarKind.HardLink, "a/b", ""),
            ("last", TarKind.File, "", "end"),
        ]);
        found[1].Entry.ShouldSatisfyAllConditions(
            one => one.Mode.ShouldBe(0x1E8), one => one.User.ShouldBe(1000), one => one.Group.ShouldBe(7), one => one.Time.ShouldBe("1700000000"));
    }

    [Fact]
    public async Task WhatIsNotRead_IsPassedOver()
    {
        var archive = Write(TarEntryFormat.Ustar, writer =>
        {
            Add(writer, TarEntryFormat.Ustar, TarEntryType.RegularFile, "a", new string('x', 5_000));
            Add(writer, TarEntryFormat.Ustar, TarEntryType.RegularFile, "b", "y");
        });
        var reader = new TarReader(new MemoryStream(archive), new TarLimits());
        (await reader.NextAsync(Token))!.Name.ShouldBe("a");
        (await reader.NextAsync(Token))!.Name.ShouldBe("b");
        (await reader.NextAsync(Token)).ShouldBeNull();
    }

    public static TheoryData<string, Func<byte[]>, object> Hostile => new()
    {
        { "ends in the middle of an entry", () => One("a", 2_000)[..1_000], new TarLimits() },
        { "ends in the middle of an entry", () => One("a", 10)[..300], new TarLimits() },
        { "is damaged: the sum of a header is wrong", () => Changed(One("a", 10), 5, (byte)'z'), new TarLimits() },
        { "is damaged: the sum of a header is wrong", () => [.. Enumerable.Repeat((byte)'7', 512)], new TarLimits() },
        { "is damaged: a number in it is none", () => Header("a", "9999999999"), new TarLimits() },
        { "holds more than 0 MiB", () => One("a", 2_000), new TarLimits { MaxBytes = 1_000 } },
        { "holds more than 8,192 MiB", () => Header("a", "77777777777"), new TarLimits { MaxBytes = (8L << 30) - 2 } },
        { "holds more than 1 files", () => [.. One("a", 0)[..512], .. One("b", 0)], new TarLimits { MaxEntries = 1 } },
        { "has a name or attributes of more than 1,024 KiB", () => Header("a", "77777777777", 'x'), new TarLimits() },
        { "has a name or attributes of more than 1,024 KiB", () => Header("a", "77777777777", 'L'), new TarLimits() },
        { "holds a sparse file, which is not read", () => Header("a", "00000000000", 'S'), new TarLimits() },
        { "is damaged: an attribute in it has no end", () => [.. Header("a", "00000000005", 'x'), .. "99999"u8, .. new byte[507]], new TarLimits() },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task AHostileArchive_IsRefusedInWords(string why, Func<byte[]> archive, object limits)
    {
        ArgumentNullException.ThrowIfNull(archive);
        (await Should.ThrowAsync<TarException>(() =>
            ReadAsync(archive(), (TarLimits)limits))).Message.ShouldStartWith(why.Split(" 8,192")[0].Split(" 0 MiB")[0]);
    }

    [Fact]
    public async Task NamesThatAreNoUtf8_StayApart()
    {
        var first = Changed(One("a\u0001", 0), 1, 0xFE, isSummed: true)[..512];
        var second = Changed(One("a\u0001", 0), 1, 0xFF, isSummed: true);
        (await ReadAsync([.. first, .. second])).Select(one => one.Entry.Name).Distinct().Count().ShouldBe(2);
    }

    private static async Task<List<(Gates.Formats.Archives.TarEntry Entry, string Text)>> ReadAsync(byte[] archive, TarLimits? limits = null)
    {
        var reader = new TarReader(new MemoryStream(archive), limits ?? new TarLimits());
        var found = new List<(Gates.Formats.Archives.TarEntry, string)>();
        while (await reader.NextAsync(Token) is { } entry)
        {
            using var text = new MemoryStream();
            await reader.Content.CopyToAsync(text, Token);
            found.Add((entry, Encoding.UTF8.GetString(text.ToArray())));
        }

        return found;
    }

    private static byte[] Write(TarEntryFormat format, Action<TarWriter> write)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, format, leaveOpen: true))
        {
            write(writer);
        }

        return archive.ToArray();
    }

    private static void Add(TarWriter writer, TarEntryFormat format, TarEntryType type, string name, string? text, string? link = null)
    {
        PosixTarEntry entry = format switch
        {
            TarEntryFormat.Ustar => new UstarTarEntry(type, name),
            TarEntryFormat.Pax => new PaxTarEntry(type, name),
            _ => new GnuTarEntry(type, name),
        };
        entry.Mode = (UnixFileMode)0x1E8;
        (entry.Uid, entry.Gid, entry.ModificationTime) = (1000, 7, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        if (link is not null)
        {
            entry.LinkName = link;
        }
        else if (text is not null)
        {
            entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        }

        writer.WriteEntry(entry);
    }

    private static byte[] One(string name, int length) =>
        Write(TarEntryFormat.Ustar, writer => Add(writer, TarEntryFormat.Ustar, TarEntryType.RegularFile, name, new string('x', length)));

    private static byte[] Header(string name, string size, char kind = '0')
    {
        var header = One(name, 0)[..512];
        Encoding.ASCII.GetBytes(size.PadLeft(11, '0') + "\0").CopyTo(header, 124);
        header[156] = (byte)kind;
        return Summed(header);
    }

    private static byte[] Changed(byte[] archive, int at, byte value, bool isSummed = false)
    {
        archive[at] = value;
        return isSummed ? [.. Summed(archive[..512]), .. archive[512..]] : archive;
    }

    private static byte[] Summed(byte[] header)
    {
        header.AsSpan(148, 8).Fill((byte)' ');
        Encoding.ASCII.GetBytes(Convert.ToString(header.Sum(one => one), 8).PadLeft(6, '0') + "\0 ").CopyTo(header, 148);
        return header;
    }
}
