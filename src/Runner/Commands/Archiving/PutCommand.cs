using System.CommandLine;
using System.Globalization;
using Gates.Attestation;
using Gates.Attestation.Archive;
using Gates.Attestation.Branch;
using Gates.Doors.Files;
using Gates.Doors.Jobs;
using Gates.Doors.ObjectStore;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands.Archiving;

/// <summary><c>gates archive put</c>.</summary>
internal static class PutCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "Everything is in the archive, and was read back from it.",
        CouldNotEvaluate = "Something could not be read, or the store does not have it as it should.",
        Variables = [ArchiveOptions.Login, ArchiveOptions.Place, ArchiveOptions.Key, Variable.Token],
        Examples =
        [
            new("gates archive put --store s3://acme-evidence/shop evidence-pack-v1.4.0.zip", "Archive a release's pack."),
            new("gates archive put --store s3://acme-evidence/shop --shard 2026", "Archive a year's evidence branch."),
        ],
    };

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Packs and bundles, or globs.", Arity = ArgumentArity.ZeroOrMore };
        var shards = new Option<int[]>("--shard") { Description = "A year whose evidence branch is archived; may be repeated." };
        var workspace = new Option<string>("--workspace") { Description = "The repository of --shard (default: the one of this folder)." };
        var remote = new Option<string>("--remote")
        {
            Description = "Where its evidence branch is (default: origin where there is one, else this repository)."
        };
        var kms = new Option<string>("--kms-key") { Description = "The key of the store's key service that the store encrypts with (SSE-KMS)." };
        var years = new Option<int>("--hold-years")
        {
            Description = "For how many years nobody may remove what is archived, where the bucket has an object lock.",
            DefaultValueFactory = _ => 3,
        };
        var noLock = new Option<bool>("--no-lock") { Description = "Do not ask for an object lock." };
        var requireLock = new Option<bool>("--require-lock") { Description = "Archive nothing when the bucket has no object lock." };
        var options = new ArchiveOptions();
        var command = new Verb("put", "Archive packs, bundles and logs; what is there already is not sent again.", Help)
        {
            files, shards, workspace, remote, kms, years, noLock, requireLock,
        };
        options.AddTo(command);
        command.SetAction((parsed, token) =>
        {
            var request = new PutRequest
            {
                Store = options.Store(parsed) with { KmsKey = parsed.Text(kms) },
                Files = parsed.GetValue(files) ?? [],
                Shards = [.. (parsed.GetValue(shards) ?? []).Distinct()],
                Workspace = new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory),
                Remote = parsed.Text(remote),
                HoldYears = parsed.GetValue(noLock) ? null : Archiver.DemandYears(parsed.GetValue(years), "--hold-years"),
                RequireHold = parsed.GetValue(requireLock),
                List = options.List(parsed),
            };
            return RunAsync(request.Checked(), options.Keys(parsed), token);
        });
        return command;
    }

    private static async Task<int> RunAsync(PutRequest request, ArchiveKeys? keys, CancellationToken cancellationToken)
    {
        using var disposed = keys;
        request.List.DemandPlace();
        var named = request.Named();
        var list = request.List.Read() ?? new ArchiveList(request.Store.Address, []);
        if (list.Store != request.Store.Address)
        {
            throw new UsageException($"{request.List.Path}: is the list of {Say.Path(list.Store)}; another store takes another --list");
        }

        using var store = await ArchiveStore.OpenAsync(request.Store, Environment.GetEnvironmentVariable, cancellationToken);
        var years = await HoldAsync(request, store, cancellationToken);
        Warn(keys);
        var archiver = new Archiver(store, keys, years, TimeProvider.System);
        foreach (var (name, file) in named.Concat(await ShardsAsync(request, cancellationToken)))
        {
            var archived = await archiver.PutAsync(name, file, cancellationToken);
            list = list.With(archived.Object);
            request.List.Write(list);
            Print(archived);
        }

        ArchiveCommand.Line(
            Console.Out,
            $"{request.List.Path}: {Prose.Count(list.Objects.Count, "object")} of {list.Store}; log it: gates evidence add --type archive {request.List.Path}");
        return (int)ExitCode.Holds;
    }

    private static async Task<int?> HoldAsync(PutRequest request, ArchiveStore store, CancellationToken cancellationToken)
    {
        if (request.HoldYears is not { } years)
        {
            return null;
        }

        if (await store.CanHoldAsync(cancellationToken))
        {
            return years;
        }

        return request.RequireHold
            ? throw new EvaluationException(
                $"{request.Store.Address}: the bucket has no object lock (--require-lock); it can only be turned on for the bucket by its owner")
            : Said($"{request.Store.Address}: the bucket has no object lock: whoever may delete there can take away what is archived");
    }

    private static void Warn(ArchiveKeys? keys)
    {
        if (keys is null)
        {
            Said("no archive key is given: files are stored as they are, and whoever reads the bucket reads them");
        }
        else if (keys.Overdue(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)) is { } overdue)
        {
            Said(overdue);
        }
    }

    private static int? Said(string text)
    {
        ArchiveCommand.Line(Console.Error, $"gates: {text}");
        return null;
    }

    private static async Task<IReadOnlyList<(string Name, FileInfo File)>> ShardsAsync(PutRequest request, CancellationToken cancellationToken)
    {
        if (request.Shards.Count == 0)
        {
            return [];
        }

        var token = JobEnvironment.Read(Environment.GetEnvironmentVariable).Token;
        using var repository = await EvidenceRepository.OpenAsync(request.Workspace, request.Remote, token, cancellationToken);
        var folder = TemporaryFolders.Create("archive");
        var shards = new List<(string, FileInfo)>();
        foreach (var year in request.Shards)
        {
            var branch = LogIdentity.Branch(year);
            var tip = await repository.TipAsync(branch, cancellationToken)
                ?? throw new UsageException(FormattableString.Invariant($"--shard {year}: there is no branch {branch}"));
            var name = ShardArchive.NameOf(year, tip);
            var file = new FileInfo(Path.Combine(folder, Path.GetFileName(name)));
            await using (var output = file.Create())
            {
                await ShardArchive.WriteAsync(repository, tip, output, cancellationToken);
            }

            shards.Add((name, file));
        }

        return shards;
    }

    private static void Print(Archived archived)
    {
        var (one, sent) = (archived.Object, archived.Sent);
        var how = sent switch
        {
            null => "was there",
            { Parts: 1 } => "sent",
            { Resumed: 0 } parts => $"sent in {Prose.Count(parts.Parts, "part")}",
            { } parts => $"sent in {Prose.Count(parts.Parts, "part")}, of which {Prose.Number(parts.Resumed)} were there",
        };
        var held = one.HeldUntil is { } until ? string.Create(CultureInfo.InvariantCulture, $", held until {until:yyyy-MM-dd}") : "";
        var closed = (one.Key is { } key ? $", sealed with {key}" : "") + (one.KmsKey is null ? "" : ", encrypted by the store");
        ArchiveCommand.Line(Console.Out, $"{one.Name}  {how} and read back, sha256 {one.Sha256}{closed}{held}");
    }
}
