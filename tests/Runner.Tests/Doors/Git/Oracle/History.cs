using System.Globalization;
using System.IO.Compression;
using System.Text;
using Xunit;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>One generated history.</summary>
/// <param name="Seed">The same seed gives the same history.</param>
/// <param name="Stream">What <c>git fast-import</c> reads to make it.</param>
/// <param name="Commits">How many commits it has.</param>
internal sealed record History(int Seed, byte[] Stream, int Commits)
{
    /// <value>More than a history has commits and tags: marks of several histories in one repository are different.</value>
    public const int Marks = 100;

    /// <value>Of the commits that say they are ISO-8859-1, and are.</value>
    public const string LatinMessage = "caf\u00e9";

    private static readonly string[] People =
        ["T <t@example.invalid> {0} +0000", "\u00c5sa \u00d6 <a@example.invalid> {0} +0545", "A B C <> {0} -0330", "x <x@example.invalid> {0} +1400"];

    private static readonly string[] Messages =
    [
        "x",
        "Subject\n\nBody \u00fcn\u00ef\n\nSigned-off-by: A <a@example.invalid>\n",
        "",
        "\n\n  space around  \n\n",
        "no line feed\nat the end",
        "tab\there \U0001F680\r\n",
    ];

    public HistoryShape Shape => (HistoryShape)(Seed % Enum.GetValues<HistoryShape>().Length);

    /// <value>What its refs begin with.</value>
    public string Name => FormattableString.Invariant($"h{Seed}");

    /// <param name="seed">From 0. Every shape comes in turn, one in 16 has a name that is no UTF-8, and one commit in nine is in ISO-8859-1.</param>
    public static History From(int seed)
    {
        var random = new Random(seed);
        var shape = (HistoryShape)(seed % Enum.GetValues<HistoryShape>().Length);
        var files = new StrangeFiles(random, seed % 16 == 5);
        var snapshots = new Dictionary<int, IReadOnlyDictionary<string, (string Mode, byte[] Content)>>();
        using var stream = new MemoryStream();
        var count = random.Next(6, 14);
        for (var number = 1; number <= count; number++)
        {
            var commit = PlannedCommit.Next(shape, number, random);
            files.Restore([.. commit.Parents.Select(parent => snapshots[parent])]);
            for (var changes = commit.Parents.Count == 0 ? 8 : random.Next(0, 6); changes > 0; changes--)
            {
                files.Change();
            }

            snapshots[number] = files.Snapshot();
            WriteHead(stream, seed, commit, random);
            files.Write(stream, number);
        }

        WriteTags(stream, seed, count, random);
        return new History(seed, stream.ToArray(), count);
    }

    /// <summary>Fails, and says how to get at the history that did it.</summary>
    public void Fail(string message) => Assert.Fail(
        $"history {Seed.ToString(CultureInfo.InvariantCulture)} ({Shape}): {message}\nIt is rebuilt by:\n{Script}");

    /// <value>Shell commands that make a repository of it.</value>
    public string Script
    {
        get
        {
            using var packed = new MemoryStream();
            using (var zip = new GZipStream(packed, CompressionLevel.Optimal))
            {
                zip.Write(Stream);
            }

            var text = Convert.ToBase64String(packed.ToArray(), Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n");
            return $"git init -q history && cd history && base64 -d <<'END' | gunzip | git fast-import --quiet\n{text}\nEND";
        }
    }

    private static void WriteHead(MemoryStream stream, int seed, PlannedCommit commit, Random random)
    {
        var reference = FormattableString.Invariant($"refs/heads/h{seed}/line/{commit.Number % 3}");
        var text = new StringBuilder(commit.Parents.Count == 0 ? $"reset {reference}\n" : "");
        var drawn = Messages[random.Next(Messages.Length)];
        var isLatin = (seed + commit.Number) % 9 == 0;
        var (message, encoding) = isLatin ? (LatinMessage, Encoding.Latin1) : (drawn, Encoding.UTF8);
        text.Append(
            CultureInfo.InvariantCulture,
            $"commit {reference}\nmark :{(seed * Marks) + commit.Number}\nauthor {Person(commit.Seconds - 5)}\ncommitter {Person(commit.Seconds)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{(isLatin ? "encoding ISO-8859-1\n" : "")}data {encoding.GetByteCount(message)}\n{message}\n");
        foreach (var (index, parent) in commit.Parents.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{(index == 0 ? "from" : "merge")} :{(seed * Marks) + parent}\n");
        }

        stream.Write(encoding.GetBytes(text.Append("deleteall\n").ToString()));

        string Person(long seconds) => string.Format(CultureInfo.InvariantCulture, People[random.Next(People.Length)], seconds);
    }

    /// <summary>An annotated one, a light one, and in every fourth history one of a tag, which the door asks git about.</summary>
    private static void WriteTags(MemoryStream stream, int seed, int count, Random random)
    {
        var (target, mark) = ((seed * Marks) + random.Next(1, count + 1), (seed * Marks) + 90);
        stream.Write(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            tag h{seed}/v1.0
            mark :{mark}
            from :{target}
            tagger T <t@example.invalid> {1_700_100_000 + seed} +0100
            data 12
            first ünï

            reset refs/tags/h{seed}/light
            from :{target}


            """)));
        if (seed % 4 == 0)
        {
            var tagger = FormattableString.Invariant($"tagger T <t@example.invalid> {1_700_200_000 + seed} +0100");
            stream.Write(Encoding.UTF8.GetBytes(FormattableString.Invariant($"tag h{seed}/of-a-tag\nfrom :{mark}\n{tagger}\ndata 1\nx\n")));
        }
    }
}
