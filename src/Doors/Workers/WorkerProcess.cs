using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;

namespace Gates.Doors.Workers;

/// <summary>One worker process and its two pipes.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int KeptErrorText = 2_000;

    private readonly Process process;
    private readonly LineReader answers;
    private readonly StringBuilder errors = new();
    private readonly Task errorsRead;

    private WorkerProcess(Process process, long memoryBytes, long answerBytes)
    {
        this.process = process;
        MemoryBytes = memoryBytes;
        answers = new LineReader(process.StandardOutput.BaseStream, answerBytes);
        errorsRead = ReadErrorsAsync();
        Ready = ReadAsync(CancellationToken.None);
    }

    /// <value>The heap it was started with.</value>
    public long MemoryBytes { get; }

    /// <value>Completes when the process has started to listen; <see langword="null"/> when it ended instead.</value>
    public Task<PolicyAnswer?> Ready { get; }

    public int Id => process.Id;

    /// <value>Whether it must not serve again.</value>
    public bool Spent { get; set; }

    public bool CanServe => !Spent && !process.HasExited;

    /// <exception cref="EvaluationException">The program cannot be started.</exception>
    public static WorkerProcess Start(PolicyWorkerOptions options, long memoryBytes, DirectoryInfo folder)
    {
        var start = new ProcessStartInfo(options.FileName, options.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder.FullName,
        };
        start.Environment.Clear();
        foreach (var (name, value) in PolicyWorkerOptions.EnvironmentFor(memoryBytes))
        {
            start.Environment[name] = value;
        }

        try
        {
            return new WorkerProcess(ChildProcess.Start(start), memoryBytes, options.AnswerBytes);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            throw new EvaluationException($"the policy worker {options.FileName} cannot be started: {e.Message}", e);
        }
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        var input = process.StandardInput.BaseStream;
        await input.WriteAsync(line, cancellationToken);
        await input.FlushAsync(cancellationToken);
    }

    /// <returns><see langword="null"/> when the process ended.</returns>
    /// <exception cref="InvalidDataException">The answer is too long.</exception>
    /// <exception cref="JsonException">The answer is no answer.</exception>
    public async Task<PolicyAnswer?> ReadAsync(CancellationToken cancellationToken) =>
        await answers.ReadAsync(cancellationToken) is { } line
            ? JsonSerializer.Deserialize(line.Span, PolicyAnswerJson.Default.PolicyAnswer)
            : null;

    /// <summary>What the process wrote last words about, once it ended.</summary>
    public async Task<string> LastWordsAsync()
    {
        await errorsRead;
        return errors.ToString();
    }

    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    /// <summary>On a stack overflow the runtime prints every frame, for seconds or minutes, so that is cut short.</summary>
    private async Task ReadErrorsAsync()
    {
        var buffer = new byte[1024];
        var stream = process.StandardError.BaseStream;
        while (errors.Length < KeptErrorText && await stream.ReadAsync(buffer) is var read and > 0)
        {
            errors.Append(Encoding.UTF8.GetString(buffer, 0, read));
            if (errors.ToString().Contains("Stack overflow", StringComparison.Ordinal))
            {
                break;
            }
        }

        if (errors.Length > 0)
        {
            Kill();
        }
    }
}
