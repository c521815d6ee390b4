using Acceptance.Tests.Releases;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Keyless;

/// <summary>Keys that never leave a token, with SoftHSM as the token and OpenSC's tool as whoever makes the keys.</summary>
public sealed class TokenStories : IDisposable
{
    private const string Module = "/usr/lib/softhsm/libsofthsm2.so";
    private const string Pin = "4711-gates";

    private readonly ReleaseBed bed = new();
    private readonly TempFolder folder = new();
    private readonly Dictionary<string, string> environment;

    public TokenStories()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "tokens"));
        folder.Write("pin", Pin + "\n");
        folder.Write("wrong", "0000\n");
        environment = new(StringComparer.Ordinal)
        {
            ["SOFTHSM2_CONF"] = folder.Write(
                "softhsm2.conf",
                $"directories.tokendir = {Path.Combine(folder.Path, "tokens")}\nobjectstore.backend = file\nlog.level = ERROR\n"),
            ["TOKEN_PIN"] = Pin,
        };
    }

    public void Dispose()
    {
        bed.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Run_SignedInAToken_IsVerifiedLikeAnyOther()
    {
        var key = Prepare();

        var run = Gates("run", "--key", Uri("token=gates;object=evidence"));

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("evidence key ");
        Gates("verify", ".gates/out", "--trust", key).ExitCode.ShouldBe(0);
        GatesProcess.Run(bed.Repository.Path, ["run"], new Dictionary<string, string>(environment, StringComparer.Ordinal)
        {
            ["GATES_EVIDENCE_KEY_FILE"] = Uri("token=gates;object=evidence", "env:TOKEN_PIN"),
        }).ExitCode.ShouldBe(0);
        Gates("verify", ".gates/out", "--trust", key).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("token=other;object=evidence", "no token of /usr/lib/softhsm/libsofthsm2.so is the one that is named; there is gates (serial ")]
    [InlineData("token=gates;object=nothing", "the token has no private key object=nothing")]
    [InlineData("token=gates;object=twice", "the token has more than one private key object=twice; `id` tells them apart")]
    [InlineData("token=gates;object=curve", "object=curve is not a key of Ed25519 (CKK_EC_EDWARDS), the one kind that a keyring has")]
    public void Uri_ThatNamesNoSuchKey_IsWrongUsage(string path, string reason)
    {
        Prepare();
        if (path.EndsWith("twice", StringComparison.Ordinal))
        {
            MakeKey("twice", "21", "EC:edwards25519");
            MakeKey("twice", "22", "EC:edwards25519");
        }
        else if (path.EndsWith("curve", StringComparison.Ordinal))
        {
            MakeKey("curve", "23", "EC:prime256v1");
        }

        var run = Gates("run", "--key", Uri(path));

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Error.ShouldContain(reason);
    }

    [Fact]
    public void Pin_ThatIsWrongOrOnTheCommandLine_IsRefused()
    {
        Prepare();

        Gates("run", "--key", Uri("token=gates;object=evidence", "file:" + Path.Combine(folder.Path, "wrong"))).Error
            .ShouldContain("the token refuses the PIN of pin-source=file:");
        var told = Gates("run", "--key", $"pkcs11:token=gates;object=evidence?module-path={Module}&pin-value={Pin}");
        told.ExitCode.ShouldBe(2);
        told.Error.ShouldContain("`pin-value` puts the PIN where every process of this machine and every log can read it");
        told.Error.ShouldNotContain(Pin);
        Gates("run", "--key", $"pkcs11:token=gates;object=evidence?module-path={Module}").Error.ShouldContain("`pin-source` is not given");
    }

    [Fact]
    public void Module_ThatIsNone_IsWrongUsage()
    {
        bed.Repository.Commit();
        var text = folder.Write("not-a-module.so", "text");

        Gates("run", "--key", "pkcs11:object=a?module-path=/not/there.so").Error.ShouldContain("module-path=/not/there.so: there is no such file");
        Gates("run", "--key", $"pkcs11:object=a?module-path={text}").Error.ShouldContain("cannot be loaded as a PKCS #11 library on this machine");
    }

    private static string Uri(string path, string source) => $"pkcs11:{path}?module-path={Module}&pin-source={source}";

    private string Uri(string path) => Uri(path, "file:" + Path.Combine(folder.Path, "pin"));

    /// <returns>The file of the evidence key's public half.</returns>
    private string Prepare()
    {
        Assert.SkipUnless(
            ExternalProgram.Exists("softhsm2-util") && ExternalProgram.Exists("pkcs11-tool") && ExternalProgram.Exists("openssl") && File.Exists(Module),
            "softhsm2, opensc or openssl is not installed");
        bed.Repository.Write("a.txt", "a").Commit();
        Tool("softhsm2-util", "--init-token", "--free", "--label", "gates", "--so-pin", "1234567", "--pin", Pin);
        MakeKey("evidence", "11", "EC:edwards25519");
        var file = Path.Combine(folder.Path, "public.pem");
        Tool("pkcs11-tool", "--module", Module, "--token-label", "gates", "--read-object", "--type", "pubkey", "--label", "evidence", "--output-file", file);
        return file;
    }

    private void MakeKey(string label, string id, string type) => Tool(
        "pkcs11-tool", "--module", Module, "--token-label", "gates", "--login", "--pin", Pin, "--keypairgen", "--key-type", type, "--label", label, "--id", id);

    private void Tool(string program, params string[] arguments) => ExternalProgram.Run(program, arguments, folder.Path, environment).Succeeded();

    private GatesOutput Gates(params string[] arguments) => GatesProcess.Run(bed.Repository.Path, arguments, environment);
}
