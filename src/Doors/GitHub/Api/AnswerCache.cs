using System.Diagnostics.CodeAnalysis;

namespace Gates.Doors.GitHub.Api;

/// <summary>Answers with an entity tag, for conditional requests. Lives as long as the client; forgets the oldest first.</summary>
internal sealed class AnswerCache(long maximumBytes)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ApiResponse> answers = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private long bytes;

    public bool TryGet(string key, [NotNullWhen(true)] out ApiResponse? response)
    {
        lock (gate)
        {
            return answers.TryGetValue(key, out response);
        }
    }

    public void Keep(string key, ApiResponse response)
    {
        lock (gate)
        {
            if (response.Body.Length > maximumBytes)
            {
                return;
            }

            if (answers.TryGetValue(key, out var old))
            {
                bytes -= old.Body.Length;
            }
            else
            {
                order.Enqueue(key);
            }

            answers[key] = response;
            bytes += response.Body.Length;
            while (bytes > maximumBytes && order.TryDequeue(out var oldest))
            {
                bytes -= answers.Remove(oldest, out var removed) ? removed.Body.Length : 0;
            }
        }
    }
}
