import { readAloud } from '#lib/ui/read-aloud.ts';

readAloud();
