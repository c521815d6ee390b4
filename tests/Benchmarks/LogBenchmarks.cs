using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gates.Attestation.Branch;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Log;
using Gates.Doors.Git;
using Support;

namespace Benchmarks;

/// <summary>Appends to evidence branches of several sizes, by one writer here and by many to one remote; and verifies them.</summary>
internal static class LogBenchmarks
{
    private const int Year = 2026;
    private const int ADay = 300;
    private const int Appends = 25;

    /// <summary>The median time of an append to a local branch, what it read of the log, and how fast the whole log is verified.</summary>
    public static async Task<int> AppendAsync()
    {
        Console.WriteLine("entries  append, median ms  worst ms  git version, median ms  files read of the log  verified entries/s");
        foreach (var size in (int[])[1_000, 10_000, 100_000])
        {
            using var key = Key();
            using var folder = new TempRepository();
            var identity = new LogIdentity("example.com/app", key, [key.PublicKey]);
            await FillAsync(folder.Info, identity, size);
            using var repository = await EvidenceRepository.OpenAsync(folder.Info, EvidenceRepository.Here, token: null, CancellationToken.None);
            var (times, starts) = (new List<double>(), new List<double>());
            for (var i = 0; i < Appends; i++)
            {
                var watch = Stopwatch.StartNew();
                TempRepository.Run(folder.Path, "version");
                starts.Add(watch.Elapsed.TotalMilliseconds);
                watch.Restart();
                await new EvidenceAppender(repository, identity, TimeProvider.System, () => 0).AppendAsync([Item(size + i)], Year, CancellationToken.None);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            var tip = await repository.TipAsync(LogIdentity.Branch(Year), CancellationToken.None);
            var store = new CountingStore(new BranchLog(repository, tip, Year));
            LogAppend.Create(store, LogReader.Open(store, identity.Verifiers(Year)), [Item(-1).Entry], DateTimeOffset.UnixEpoch, identity.Signer(Year));
            var verify = Stopwatch.StartNew();
            var files = await BranchFiles.OpenAsync(repository, tip!, CancellationToken.None);
            var problems = new LogVerifier(new BranchLog(repository, tip, Year), identity.Verifiers(Year)).Verify(new LogCheck { Files = files });
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{size,7:N0}  {times.Order().ElementAt(Appends / 2),17:0}  {times.Max(),8:0}  {starts.Order().ElementAt(Appends / 2),22:0}  {store.Paths.Count,21}  {size / verify.Elapsed.TotalSeconds,18:N0}{(problems.Count > 0 ? " AND IT DOES NOT HOLD: " + problems[0].Message : "")}"));
        }

        return 0;
    }

    /// <summary>Many writers, each with a clone, to one bare repository.</summary>
    public static async Task<int> WritersAsync(int writers, int appends)
    {
        using var folder = new TempFolder();
        using var key = Key();
        var identity = new LogIdentity("example.com/app", key, [key.PublicKey]);
        TempRepository.Run(folder.Path, "init", "-q", "--bare", "app.git");
        var attempts = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var clone = Path.Combine(folder.Path, FormattableString.Invariant($"w{writer}"));
            TempRepository.Run(folder.Path, "clone", "-q", "app.git", clone);
            using var repository = await EvidenceRepository.OpenAsync(new DirectoryInfo(clone), null, token: null, CancellationToken.None);
            var spread = writer * 0.37;
            for (var i = 0; i < appends; i++)
            {
                var result = await new EvidenceAppender(
                    repository,
                    identity,
                    TimeProvider.System,
                    () => (spread += 0.618034) % 1).AppendAsync([Item((writer * appends) + i)], Year, CancellationToken.None);
                Interlocked.Add(ref attempts, result.Attempts);
            }
        })));
        using var bare = await EvidenceRepository.OpenAsync(new DirectoryInfo(Path.Combine(folder.Path, "w0")), null, token: null, CancellationToken.None);
        var tip = await bare.TipAsync(LogIdentity.Branch(Year), CancellationToken.None);
        var store = new BranchLog(bare, tip, Year);
        var files = await BranchFiles.OpenAsync(bare, tip!, CancellationToken.None);
        var problems = new LogVerifier(store, identity.Verifiers(Year)).Verify(new LogCheck { Files = files });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{writers} writers x {appends} appends: {LogReader.Open(store, identity.Verifiers(Year))!.Size} entries for {files.Paths.Count} files, {problems.Count} problems, {attempts} attempts, {watch.Elapsed.TotalSeconds:0} s"));
        return problems.Count;
    }

    private static async Task FillAsync(DirectoryInfo folder, LogIdentity identity, int size)
    {
        using var repository = await EvidenceRepository.OpenAsync(folder, EvidenceRepository.Here, token: null, CancellationToken.None);
        var items = Enumerable.Range(0, size).Select(Item).ToList();
        var store = new BranchLog(repository, null, Year);
        var append = LogAppend.Create(store, null, items.ConvertAll(item => item.Entry), DateTimeOffset.UnixEpoch, identity.Signer(Year));
        var files = items.ToDictionary(item => item.Path, byte[]? (item) => item.Bytes, StringComparer.Ordinal);
        foreach (var (path, bytes) in append.Files)
        {
            files[store.Folder + path] = bytes;
        }

        var commit = await repository.CommitAsync(new NewCommit(null, files, "fill\n", DateTimeOffset.UnixEpoch), CancellationToken.None);
        await repository.SwapAsync(LogIdentity.Branch(Year), null, commit, CancellationToken.None);
    }

    /// <summary>Files of a gate result's size, some hundreds a day.</summary>
    private static BranchItem Item(int number) => new(
        "gate",
        BundleFolder.PathOf(
            "gate",
            Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture)),
            DateTimeOffset.UnixEpoch.AddDays(number / ADay),
            ".json"),
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}:{new string('x', 2_000)}")),
        "a2V5");

    private static Ed25519PrivateKey Key() => Ed25519PrivateKey.From(Enumerable.Repeat((byte)1, 32).ToArray());

    private sealed class CountingStore(ILogStore below) : ILogStore
    {
        public HashSet<string> Paths { get; } = new(StringComparer.Ordinal);

        public string Folder => below.Folder;

        public byte[]? Read(string path)
        {
            Paths.Add(path);
            return below.Read(path);
        }
    }
}
