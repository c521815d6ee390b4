using System.Text;
using Support;

namespace Runner.Tests.Doors.Git.Diffs;

/// <summary>A repository with many commits of every kind of change, the same for the same seed.</summary>
internal sealed class GeneratedHistory : IDisposable
{
    public GeneratedHistory(int seed, int commits)
    {
        var random = new Random(seed);
        var files = new GeneratedFiles(random);
        using var stream = new MemoryStream();
        for (var i = 1; i <= commits; i++)
        {
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                files.Change();
            }

            var person = FormattableString.Invariant($"T <t@example.invalid> {1_700_000_000 + i} +0000");
            var head = FormattableString.Invariant($"commit refs/heads/main\nmark :{i}\ncommitter {person}\ndata 1\nx\n");
            stream.Write(Encoding.UTF8.GetBytes(head + (i > 1 ? FormattableString.Invariant($"from :{i - 1}\n") : "") + "deleteall\n"));
            files.Write(stream, i);
        }

        Repository.Import(stream.ToArray());
        Commits = Repository.Git("rev-list", "--reverse", "main").Split('\n');
    }

    public TempRepository Repository { get; } = new();

    public IReadOnlyList<string> Commits { get; }

    public void Dispose() => Repository.Dispose();
}
