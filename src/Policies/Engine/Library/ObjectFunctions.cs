using System.Globalization;
using Jint.Native;
using Jint.Native.Object;
using Jint.Native.String;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Library;

/// <summary>The lists of an object's keys, in the standard's order and without symbols, and its prototype.</summary>
internal static class ObjectFunctions
{
    public static void Install(JintEngine engine)
    {
        engine.Object.AddFunction("keys", 1, (_, arguments) => FactReader.NewArray(engine, Keys(engine, arguments.At(0)).Select(key => new JsValue(key))));
        engine.Object.AddFunction("values", 1, (_, arguments) =>
        {
            var owner = TypeConverter.ToObject(engine, arguments.At(0));
            return FactReader.NewArray(engine, Keys(engine, arguments.At(0)).Select(owner.Get));
        });
        engine.Object.AddFunction("entries", 1, (_, arguments) =>
        {
            var owner = TypeConverter.ToObject(engine, arguments.At(0));
            return FactReader.NewArray(engine, Keys(engine, arguments.At(0)).Select(key => FactReader.NewArray(engine, [new JsValue(key), owner.Get(key)])));
        });
        engine.Object.AddFunction("getOwnPropertyNames", 1, (_, arguments) =>
            FactReader.NewArray(engine, Names(engine, arguments.At(0), onlyEnumerable: false).Where(name => !Symbols.IsKey(name)).Select(name => new JsValue(name))));
        engine.Object.AddFunction("getOwnPropertySymbols", 1, (_, arguments) =>
            FactReader.NewArray(engine, Names(engine, arguments.At(0), onlyEnumerable: false).Where(Symbols.IsKey).Select(name => new JsValue(name))));
        engine.Object.AddFunction("setPrototypeOf", 2, (_, arguments) => SetPrototype(engine, arguments));
    }

    /// <summary>The own enumerable keys, those of symbols last.</summary>
    public static JsValue AllKeys(JintEngine engine, JsValue value) =>
        FactReader.NewArray(engine, Names(engine, value, onlyEnumerable: true).OrderBy(Symbols.IsKey).Select(name => new JsValue(name)));

    private static IEnumerable<string> Keys(JintEngine engine, JsValue value) =>
        Names(engine, value, onlyEnumerable: true).Where(name => !Symbols.IsKey(name));

    /// <summary>Whole numbers first and ascending, then the others as they came.</summary>
    private static IEnumerable<string> Names(JintEngine engine, JsValue value, bool onlyEnumerable)
    {
        var owner = TypeConverter.ToObject(engine, value);
        var characters = owner is StringInstance text ? text.PrimitiveValue.AsString().Length : 0;
        var names = Enumerable.Range(0, characters).Select(i => i.ToString(CultureInfo.InvariantCulture))
            .Concat(owner.GetOwnProperties().Where(property => !onlyEnumerable || property.Value.Enumerable == true).Select(property => property.Key))
            .ToList();
        return names.Exists(name => Index(name) is not null)
            ? names.OrderBy(name => Index(name) ?? uint.MaxValue)
            : names;
    }

    private static uint? Index(string name) =>
        name.Length > 0 && char.IsAsciiDigit(name[0]) && (name.Length == 1 || name[0] != '0')
        && uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index != uint.MaxValue
            ? index
            : null;

    private static JsValue SetPrototype(JintEngine engine, JsValue[] arguments)
    {
        var target = arguments.At(0);
        var prototype = arguments.At(1).TryCast<ObjectInstance>();
        if (prototype is null && !arguments.At(1).IsNull())
        {
            throw new JavaScriptException(engine.TypeError, $"a prototype is an object or null, not {Place.Kind(arguments.At(1))}");
        }

        for (var up = prototype; up is not null; up = up.Prototype)
        {
            if (target.IsObject() && up == target.AsObject())
            {
                throw new JavaScriptException(engine.TypeError, "an object cannot be its own prototype");
            }
        }

        if (target.IsObject())
        {
            target.AsObject().Prototype = target.AsObject().Extensible
                ? prototype
                : throw new JavaScriptException(engine.TypeError, "the prototype of a frozen object cannot change");
        }

        return target;
    }
}
