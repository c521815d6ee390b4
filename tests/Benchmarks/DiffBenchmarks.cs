using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gates.Doors.Git;
using Support;

namespace Benchmarks;

/// <summary>How long it takes to tell what changed in a large repository; beside it what git takes, which believes its index.</summary>
internal static class DiffBenchmarks
{
    private const int Times = 5;

    public static async Task<int> RunAsync(int files)
    {
        using var repository = new TempRepository();
        repository.Import(Commit(files));
        repository.Git("checkout", "-q", "-f", "main");
        var sha = repository.Git("rev-parse", "HEAD");
        for (var i = 0; i < 100; i++)
        {
            var path = PathOf(i * (files / 100));
            repository.Write(path, await File.ReadAllTextAsync(Path.Combine(repository.Path, path)) + "one line more\n");
        }

        await MeasureAsync("git diff, twice, and ls-files", () =>
        {
            repository.Git("diff", "-M", "--name-status", "-z", sha);
            repository.Git("diff", "-M", "--unified=0", sha);
            repository.Git("ls-files", "-z", "--others", "--exclude-standard");
            return Task.CompletedTask;
        });
        await MeasureAsync("git ls-tree -r -l", () => Task.FromResult(repository.Git("ls-tree", "-r", "-l", "-z", sha)));
        await MeasureAsync("tree, hashed", async () => (await OpenAsync(repository)).TreeAsync(sha, CancellationToken.None).GetAwaiter().GetResult().Dispose());
        await MeasureAsync("tree and changes, hashed", async () =>
        {
            var opened = await OpenAsync(repository);
            var changes = await opened.ChangesSinceAsync(sha, null, CancellationToken.None);
            (await opened.TreeAsync(sha, CancellationToken.None)).Dispose();
            if (changes.Count != 100)
            {
                throw new InvalidOperationException(FormattableString.Invariant($"{changes.Count} changes"));
            }
        });
        return 0;
    }

    private static async Task<GitRepository> OpenAsync(TempRepository repository) =>
        (await GitRepository.FindAsync(repository.Info, token: null, CancellationToken.None))!;

    private static async Task MeasureAsync(string what, Func<Task> action)
    {
        var times = new List<double>();
        var used = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            await action();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: median {times[Times / 2]:0} ms, best {times[0]:0} ms; {(Environment.CpuUsage.TotalTime - used).TotalMilliseconds / Times:0} ms of this program's processor time"));
    }

    private static string PathOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"src/part{number / 1000}/folder{number / 20 % 50}/file{number}.cs");

    private static byte[] Commit(int files)
    {
        using var stream = new MemoryStream();
        Put("commit refs/heads/main\ncommitter T <t@example.invalid> 1700000000 +0000\ndata 1\nx\n");
        for (var i = 0; i < files; i++)
        {
            var content = string.Concat(Enumerable.Range(
                0,
                40).Select(line => string.Create(CultureInfo.InvariantCulture, $"    var value{line} = Compute({i}, {line * 7});\n")));
            Put(string.Create(CultureInfo.InvariantCulture, $"M 100644 inline {PathOf(i)}\ndata {content.Length}\n{content}\n"));
        }

        return stream.ToArray();

        void Put(string text) => stream.Write(Encoding.ASCII.GetBytes(text));
    }
}
