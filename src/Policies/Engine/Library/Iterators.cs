using System.Globalization;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Library;

/// <summary>Iterators for scripts, and the values of whatever scripts iterate.</summary>
internal sealed class Iterators
{
    private readonly JintEngine _engine;
    private readonly ObjectInstance _prototype;

    public Iterators(JintEngine engine)
    {
        _engine = engine;
        _prototype = FactReader.NewObject(engine);
        _prototype.AddFunction("next", 0, (self, _) => Next(self));
        _prototype.AddFunction(Symbols.Iterator, 0, (self, _) => self);

        var list = engine.Array.PrototypeObject;
        list.AddFunction("values", 0, (self, _) => New(Items(self)));
        list.AddFunction("keys", 0, (self, _) => New(Indexes(self).Select(i => new JsValue(i))));
        list.AddFunction("entries", 0, (self, _) => New(Items(self).Select((item, i) => Pair(i, item))));
        list.AddFunction(Symbols.Iterator, 0, (self, _) => New(Items(self)));
        engine.String.PrototypeObject.AddFunction(Symbols.Iterator, 0, (self, _) => New(Characters(TypeConverter.ToString(self))));
    }

    public JsValue New(IEnumerable<JsValue> values) => new(new IteratorObject(_engine, _prototype, values));

    public JsValue Pair(JsValue first, JsValue second) => FactReader.NewArray(_engine, [first, second]);

    /// <summary>The values of a text, an array, or anything with <c>[Symbol.iterator]</c>.</summary>
    /// <param name="iterable">What to walk.</param>
    /// <param name="caller">Who asks, for the message.</param>
    public IEnumerable<JsValue> Walk(JsValue iterable, string caller)
    {
        if (iterable.IsString())
        {
            return Characters(iterable.AsString());
        }

        if (iterable.TryCast<IteratorObject>() is { } known)
        {
            return Rest(known);
        }

        var method = iterable.IsObject() ? iterable.AsObject().Get(Symbols.Iterator).TryCast<ICallable>() : null;
        return method is null
            ? throw new JavaScriptException(_engine.TypeError, $"{caller} takes something to iterate over, such as an array, not {Place.Kind(iterable)}")
            : Steps(method.Call(iterable, Arguments.Empty));
    }

    /// <summary>What <c>next()</c> of an iterator gives.</summary>
    public IEnumerable<JsValue> Steps(JsValue iterator)
    {
        if (iterator.TryCast<IteratorObject>() is { } known)
        {
            foreach (var value in Rest(known))
            {
                yield return value;
            }

            yield break;
        }

        var next = iterator.IsObject() ? iterator.AsObject().Get("next").TryCast<ICallable>() : null;
        if (next is null)
        {
            throw new JavaScriptException(_engine.TypeError, "[Symbol.iterator]() must return an object with a function next");
        }

        while (next.Call(iterator, Arguments.Empty).TryCast<ObjectInstance>() is { } step && !TypeConverter.ToBoolean(step.Get("done")))
        {
            yield return step.Get("value");
        }
    }

    private static IEnumerable<JsValue> Rest(IteratorObject iterator)
    {
        while (iterator.Values.MoveNext())
        {
            yield return iterator.Values.Current;
        }
    }

    private static IEnumerable<int> Indexes(JsValue list)
    {
        var items = list.AsObject();
        for (var i = 0; i < TypeConverter.ToNumber(items.Get("length")); i++)
        {
            yield return i;
        }
    }

    private static IEnumerable<JsValue> Items(JsValue list) =>
        Indexes(list).Select(i => list.AsObject().Get(i.ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<JsValue> Characters(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            yield return new JsValue(text.Substring(i, isPair ? 2 : 1));
            i += isPair ? 1 : 0;
        }
    }

    private JsValue Next(JsValue self)
    {
        var iterator = self.TryCast<IteratorObject>() ?? throw new JavaScriptException(_engine.TypeError, "next was called on something that is no iterator");
        var more = iterator.Values.MoveNext();
        var step = FactReader.NewObject(_engine);
        step.FastAddProperty("value", more ? iterator.Values.Current : JsValue.Undefined, true, true, true);
        step.FastAddProperty("done", !more, true, true, true);
        return new JsValue(step);
    }
}
