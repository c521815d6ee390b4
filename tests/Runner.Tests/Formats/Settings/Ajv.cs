using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Support;
using Xunit;

namespace Runner.Tests.Formats.Settings;

/// <summary>A JSON Schema validator that we did not write: ajv in one node process for all documents.</summary>
internal static class Ajv
{
    private const string Version = "8.17.1";

    private const string Script = """
        const Ajv = require('ajv');
        const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true }).compile(input.schema);
        console.log(JSON.stringify(input.documents.map(d => validate(d) ? null : JSON.stringify(validate.errors[0]))));
        """;

    /// <summary>For each document the first error, or <see langword="null"/> when it is valid. Skips the test where npm is missing.</summary>
    public static IReadOnlyList<string?> Validate(JsonNode schema, IEnumerable<JsonNode?> documents)
    {
        var folder = Install();
        var input = new JsonObject { ["schema"] = schema.DeepClone(), ["documents"] = new JsonArray([.. documents]) };
        var output = Run(folder, "node", ["-e", Script], input.ToJsonString());
        return JsonSerializer.Deserialize<string?[]>(output)!;
    }

    private static string Install()
    {
        var folder = Repository.Combine("artifacts", "tools", "ajv");
        if (Directory.Exists(Path.Combine(folder, "node_modules", "ajv")))
        {
            return folder;
        }

        var fresh = Directory.CreateDirectory(folder + "." + Environment.ProcessId).FullName;
        try
        {
            File.WriteAllText(Path.Combine(fresh, "package.json"), "{ \"private\": true }");
            Run(fresh, "npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save", "--loglevel=error", "ajv@" + Version], "");
            if (!Directory.Exists(folder))
            {
                Directory.Move(fresh, folder);
            }
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }

        return folder;
    }

    private static string Run(string folder, string program, IEnumerable<string> arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            Assert.SkipWhen(program == "npm" && process.ExitCode != 0, $"ajv@{Version} could not be installed by npm: {error.Result.Trim()}");
            return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException(error.Result);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Assert.Skip($"{program} is not installed ({e.Message}): install Node 20 to run this test");
            throw;
        }
    }
}
