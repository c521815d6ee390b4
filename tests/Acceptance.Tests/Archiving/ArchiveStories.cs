using System.Text.Json;
using Gates.Attestation.Archive;
using Gates.Attestation.Cryptography;
using Gates.Doors.ObjectStore;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Archiving;

/// <summary>Packs and logs in a real store, and back out of it with this program and without.</summary>
public sealed class ArchiveStories : IClassFixture<RadosGateway>, IDisposable
{
    private const int PackSize = (17 << 20) + 5;

    private readonly TempFolder folder = new();
    private readonly RadosGateway store;

    public ArchiveStories(RadosGateway store)
    {
        Assert.SkipUnless(RadosGateway.Missing is null, RadosGateway.Missing ?? "");
        this.store = store;
    }

    [Fact]
    public void APack_IsSealedHeldAndReadBack_AndOpensWithoutUs()
    {
        var pack = Pack("evidence-pack-v1.0.0.zip");
        Gates("archive", "key", "keys").ExitCode.ShouldBe(0);
        var put = Gates("archive", "put", "--store", "s3://held/shop", "--key", "keys", "--kms-key", "testkey-1", pack);
        put.ExitCode.ShouldBe(0, put.ToString());
        put.Output.ShouldContain("packs/evidence-pack-v1.0.0.zip  sent in 3 parts and read back, sha256 ");
        put.Output.ShouldContain(", encrypted by the store, held until 20");
        put.ToString().ShouldNotContain("SK\n");
        var again = Gates("archive", "put", "--store", "s3://held/shop", "--key", "keys", pack);
        again.Output.ShouldContain("was there and read back");
        Gates("archive", "list", "--store", "s3://held/shop").Output.ShouldContain("packs/evidence-pack-v1.0.0.zip  17826225 bytes  in the list, read back ");
        Gates("archive", "verify", "--store", "s3://held/shop").Output.ShouldContain("ok, sealed: its content was not looked at");
        Gates("archive", "verify", "--store", "s3://held/shop", "--key", "keys").Output.ShouldContain("1 object of s3://held/shop: all as listed");
        var got = Gates("archive", "get", "--store", "s3://held/shop", "--key", "keys", "--out", "out", "packs/evidence-pack-v1.0.0.zip");
        got.ExitCode.ShouldBe(0, got.ToString());
        DigestOf("out/evidence-pack-v1.0.0.zip").ShouldBe(DigestOf(pack));
        Gates("archive", "get", "--store", "s3://held/shop", "--key", "keys", "--out", "out", "packs/evidence-pack-v1.0.0.zip")
            .ExitCode.ShouldBe(2, "nothing is overwritten");
        Gates("archive", "get", "--store", "s3://held/shop", "--out", "none", "packs/evidence-pack-v1.0.0.zip").Error.ShouldContain("is sealed with the key");
    }

    [Fact]
    public async Task ASealedFile_OpensWithPythonAndOpenSsl_AsThePageSays()
    {
        var pack = Pack("evidence-pack-v2.0.0.zip");
        Gates("archive", "key", "keys").ExitCode.ShouldBe(0);
        Gates("archive", "put", "--store", "s3://plain/page", "--key", "keys", pack).ExitCode.ShouldBe(0);
        using var opened = await store.OpenAsync(StoreOptions.Parse("s3://plain/page", "--store"));
        var sealedFile = Path.Combine(folder.Path, "sealed");
        await using (var output = File.Create(sealedFile))
        {
            var listed = ArchiveList.Read(File.ReadAllBytes(Path.Combine(folder.Path, ".gates/archive/list.json")), "list").Objects[0];
            await opened.ReadAsync(listed.Name, listed.Version, listed.StoredSize, output, TestContext.Current.CancellationToken);
        }

        var key = folder.Read("keys").Trim().Split(':')[^1];
        var page = File.ReadAllText(Repository.Combine("docs/archive.md"));
        var script = folder.Write("open.sh", Fence(page, "bash"));
        var shell = ExternalProgram.Run("bash", ["-c", $"bash '{script}' {key} '{sealedFile}' >'{folder.Path}/by-openssl'"]);
        shell.ExitCode.ShouldBe(0, shell.ToString());
        DigestOf("by-openssl").ShouldBe(DigestOf(pack));
        if (ExternalProgram.Run("/usr/bin/python3", ["-c", "import cryptography"]).ExitCode == 0)
        {
            var opener = folder.Write("open.py", Fence(page, "python"));
            var python = ExternalProgram.Run("bash", ["-c", $"/usr/bin/python3 '{opener}' {key} '{sealedFile}' >'{folder.Path}/by-python'"]);
            python.ExitCode.ShouldBe(0, python.ToString());
            DigestOf("by-python").ShouldBe(DigestOf(pack));
        }
    }

    [Fact]
    public async Task AnUploadThatBrokeOff_GoesOn()
    {
        var pack = Path.Combine(folder.Path, Pack("big.bin"));
        using var opened = await store.OpenAsync(StoreOptions.Parse("s3://held/resumed", "--store") with { PartSize = 5 << 20 });
        var cut = new MemoryStream(File.ReadAllBytes(pack)[..(12 << 20)]);
        await Should.ThrowAsync<UsageException>(() => opened.PutAsync(new StoreUpload("big.bin", PackSize, () => cut), TestContext.Current.CancellationToken));
        (await opened.FindAsync("big.bin", TestContext.Current.CancellationToken)).ShouldBeNull();
        var archived = await new Archiver(opened, keys: null, holdYears: 3, TimeProvider.System).PutAsync(
            "big.bin", new FileInfo(pack), TestContext.Current.CancellationToken);
        archived.Sent.ShouldBe((4, 2));
        archived.Object.Sha256.ShouldBe(DigestOf("big.bin"));
        archived.Object.HeldUntil.ShouldNotBeNull("the gateway forgets the hold of an upload in parts, and is asked again");
    }

    [Fact]
    public async Task WhatIsHeld_NobodyRemoves_TheOwnerIncluded()
    {
        folder.Write("a.txt", "kept");
        Gates("archive", "put", "--store", "s3://held/kept", "a.txt").ExitCode.ShouldBe(0);
        Gates("archive", "put", "--store", "s3://plain/kept", "--list", "plain.json", "a.txt").ExitCode.ShouldBe(0);
        using var opened = await store.OpenAsync(StoreOptions.Parse("s3://held/kept", "--store"));
        var held = (await opened.FindAsync("files/a.txt", TestContext.Current.CancellationToken)).ShouldNotBeNull();

        Delete($"/held/kept/files/a.txt?versionId={held.Version}").ShouldBe("403");
        var sooner = TimeProvider.System.GetUtcNow().AddDays(1);
        await Should.ThrowAsync<StoreException>(() => opened.HoldAsync(held, sooner, TestContext.Current.CancellationToken));
        Delete("/held/kept/files/a.txt").ShouldBe("204", "which hides the newest version, and removes none");
        Delete("/plain/kept/files/a.txt").ShouldBe("204");

        Gates("archive", "verify", "--store", "s3://held/kept").Output.ShouldContain("1 object of s3://held/kept: all as listed");
        Gates("archive", "get", "--store", "s3://held/kept", "--out", "out", "files/a.txt").ExitCode.ShouldBe(0);
        var gone = Gates("archive", "verify", "--store", "s3://plain/kept", "--list", "plain.json");
        gone.ExitCode.ShouldBe(1, gone.ToString());
        gone.Output.ShouldContain("WRONG files/a.txt: is in the list, and not in the archive");
    }

    [Fact]
    public void ABucketWithoutALock_OrThatIsNotThere_IsSaid()
    {
        folder.Write("a.txt", "a");
        var put = Gates("archive", "put", "--store", "s3://plain/lock", "a.txt");
        put.ExitCode.ShouldBe(0, put.ToString());
        put.Error.ShouldContain("s3://plain/lock: the bucket has no object lock: whoever may delete there can take away what is archived");
        put.Error.ShouldContain("no archive key is given: files are stored as they are");
        Gates("archive", "put", "--store", "s3://plain/lock", "--require-lock", "a.txt").ExitCode.ShouldBe(3);
        var missing = Gates("archive", "put", "--store", "s3://not-there", "--list", "other.json", "a.txt");
        missing.ExitCode.ShouldBe(3);
        missing.Error.ShouldContain("there is no such bucket");
        folder.Write("a.txt", "b");
        Gates("archive", "put", "--store", "s3://plain/lock", "a.txt").Error.ShouldContain("files/a.txt: another file is there under this name");
        Gates("archive", "get", "--store", "s3://plain/lock", "../a.txt").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void AFullDisk_LeavesNoHalfFile()
    {
        var disk = Directory.CreateDirectory(Path.Combine(folder.Path, "disk")).FullName;
        if (ExternalProgram.Run("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]).ExitCode != 0)
        {
            Assert.Skip("needs to be root, to mount a small disk");
        }

        try
        {
            Gates("archive", "put", "--store", "s3://plain/full", Pack("big.zip")).ExitCode.ShouldBe(0);
            var got = Gates("archive", "get", "--store", "s3://plain/full", "--out", "disk", "files/big.zip");
            got.ExitCode.ShouldBe(3, got.ToString());
            got.Error.ShouldContain("disk/big.zip: cannot be written: ");
            Directory.GetFiles(disk).ShouldBeEmpty();
        }
        finally
        {
            ExternalProgram.Run("umount", [disk]).ExitCode.ShouldBe(0);
        }
    }

    [Fact]
    public void AYearsLog_OpensWithTarAlone_AndTheListIsLogged()
    {
        using var repository = new TempRepository();
        repository.Write("drill.json", """{"restored":true}""").Write(".gitignore", ".gates\n").Commit();
        string[] log = ["--key", Key("evidence"), "--log-key", Key("log"), "--origin", "localhost/app"];
        var added = In(repository.Path, ["evidence", "add", "--type", "drill", "drill.json", .. log]);
        added.ExitCode.ShouldBe(0, added.ToString());
        var year = repository.Git("for-each-ref", "--format=%(refname:lstrip=3)", "refs/heads/gates-evidence/").Trim();
        var put = In(repository.Path, ["archive", "put", "--store", "s3://plain/log", "--shard", year]);
        put.ExitCode.ShouldBe(0, put.ToString());
        var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Path, ".gates/archive/list.json")));
        var name = list.RootElement.GetProperty("objects")[0].GetProperty("name").GetString()!;
        name.ShouldStartWith($"shards/gates-evidence-{year}-");
        In(repository.Path, ["archive", "get", "--store", "s3://plain/log", "--out", folder.Path, name]).ExitCode.ShouldBe(0);
        var opened = ExternalProgram.Run(
            "bash", ["-c", "mkdir shard && tar -xf gates-evidence-*.tar -C shard && cd shard && sha256sum -c SHA256SUMS"], folder.Path);
        opened.ExitCode.ShouldBe(0, opened.ToString());
        opened.Output.ShouldContain($"log/{year}/checkpoint: OK");
        In(repository.Path, ["evidence", "add", "--type", "archive", ".gates/archive/list.json", .. log]).ExitCode.ShouldBe(0);
        In(repository.Path, ["evidence", "add", "--type", "archive", "drill.json", .. log]).ExitCode.ShouldBe(2, "it is no list");
    }

    public void Dispose() => folder.Dispose();

    private static string Fence(string page, string language)
    {
        var begin = page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return page[begin..page.IndexOf("```", begin, StringComparison.Ordinal)];
    }

    private string Key(string use)
    {
        var (key, pem) = Ed25519PrivateKey.Create();
        using (key)
        {
            return folder.Write($"{use}.pem", new string(pem));
        }
    }

    private string Pack(string name)
    {
        var bytes = new byte[PackSize];
        new Random(7).NextBytes(bytes);
        File.WriteAllBytes(Path.Combine(folder.Path, name), bytes);
        return name;
    }

    private string DigestOf(string name)
    {
        using var stream = File.OpenRead(Path.Combine(folder.Path, name));
        return Sha256Hex.Of(stream);
    }

    /// <summary>Asks the store itself to remove something, as the bucket's owner.</summary>
    /// <returns>The status of its answer.</returns>
    private string Delete(string target)
    {
        const string Script = """
            date=$(LC_ALL=C date -u '+%a, %d %b %Y %H:%M:%S GMT')
            signature=$(printf 'DELETE\n\n\n%s\n%s' "$date" "$2" | openssl dgst -sha1 -hmac SK -binary | base64)
            curl -sS -m 60 -o /dev/null -w '%{http_code}' -X DELETE -H "Date: $date" -H "Authorization: AWS AK:$signature" "$1$2"
            """;
        return ExternalProgram.Run("bash", ["-c", Script, "delete", store.Endpoint, target]).Output.Trim();
    }

    private GatesOutput Gates(params string[] arguments) => In(folder.Path, arguments);

    private GatesOutput In(string directory, string[] arguments) => GatesProcess.Run(directory, arguments, store.Environment);
}
