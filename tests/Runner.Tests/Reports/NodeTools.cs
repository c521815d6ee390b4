using System.Diagnostics;
using Xunit;

namespace Runner.Tests.Reports;

/// <summary>Validators that we did not write, from npm, in <c>artifacts/tools</c>. Without npm or a network the test is skipped and says so.</summary>
internal static class NodeTools
{
    private static readonly string Home = Path.Join(Golden.Root, "artifacts", "tools", "reports");
    private static readonly string[] Packages = ["ajv@8.20.0", "ajv-formats@3.0.1", "@microsoft/sarif-multitool@5.7.0"];
    private static readonly Lazy<string?> Problem = new(Install);

    /// <summary>What Ajv complains about in each document, or nothing where it fits the JSON schema.</summary>
    public static IReadOnlyList<string> Complaints(string schema, IEnumerable<string> documents)
    {
        SkipWithoutTools();
        const string script = """
            const Ajv = require('ajv'), formats = require('ajv-formats'), fs = require('fs');
            const ajv = new Ajv({ strict: true, allowUnionTypes: true }); formats(ajv);
            const validate = ajv.compile(JSON.parse(fs.readFileSync(process.argv[1])));
            for (const file of process.argv.slice(2)) {
              console.log(validate(JSON.parse(fs.readFileSync(file))) ? '' : ajv.errorsText(validate.errors));
            }
            """;
        var (code, output) = Run("node", ["-e", script, schema, .. documents]);
        return code == 0 ? output.Split('\n')[..^1] : throw new InvalidOperationException(output);
    }

    /// <summary>Validates SARIF files with Microsoft's validator, its rules for GitHub included; the answer is its log.</summary>
    public static string ValidateSarif(IEnumerable<string> files, string log)
    {
        SkipWithoutTools();
        var validator = Path.Join(Home, "node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool");
        Assert.SkipUnless(File.Exists(validator), $"{validator} is not there: npm installs it on Linux only");
        return Run(validator, ["validate", .. files, "--output", log, "--log", "ForceOverwrite", "--rule-kind", "Sarif;Gh"]).Output;
    }

    private static void SkipWithoutTools() => Assert.SkipUnless(Problem.Value is null, $"the validators from npm are not there: {Problem.Value}");

    private static string? Install()
    {
        if (File.Exists(Path.Join(Home, "complete")))
        {
            return null;
        }

        try
        {
            Directory.CreateDirectory(Home);
            var (code, output) = Run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", Home, .. Packages]);
            if (code != 0)
            {
                return output;
            }

            var validator = Path.Join(Home, "node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool");
            if (!OperatingSystem.IsWindows() && File.Exists(validator))
            {
                File.SetUnixFileMode(validator, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }

            File.WriteAllText(Path.Join(Home, "complete"), "");
            return null;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return exception.Message;
        }
    }

    private static (int Code, string Output) Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            program,
            arguments)
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Home };
        start.Environment["NODE_PATH"] = Path.Join(Home, "node_modules");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
        {
            process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
